package no.bibliotekkortet.core

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

/** Each command once, and what becomes of one whose caller goes away. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    private val sandbox = SandboxProcess()

    @AfterAll
    fun end() = sandbox.close()

    @BeforeEach
    fun calm() = sandbox.control("""{"clear":true}""")

    @Test
    fun `a whole sign-in gives the card that the register has`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            assertEquals(Phase.Starting, phone.app.state().phase)
            phone.app.start()
            assertEquals(Phase.SignedOut, phone.app.state().phase)
            val url = phone.begin()
            assertEquals(Phase.SigningIn(SignInStep.InBrowser(url, Phone.REDIRECT)), phone.app.state().phase)
            phone.app.finishSignIn(fillIn(url, "kari"))
            val card = checkNotNull(phone.app.state().card)
            assertEquals(listOf("N", "012", "345", "678"), card.groups)
            assertEquals("Deichman Bjørvika", card.homeLibrary?.name)
            assertEquals(CardFace.FRESH, card.face)
            val barcode = checkNotNull(card.barcode)
            assertEquals(barcode.modules.toInt(), barcode.bars.sumOf { it.toInt() })
        }
    }

    @Test
    fun `refresh asks the register anew`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            phone.signIn()
            val before = checkNotNull(phone.app.state().card).checkedAt
            phone.app.refresh()
            assertFalse(checkNotNull(phone.app.state().card).checkedAt.isBefore(before))
        }
    }

    @Test
    fun `cancel gives the sign-in up`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            phone.begin()
            phone.app.cancelSignIn()
            assertEquals(Phase.SignedOut, phone.app.state().phase)
        }
    }

    @Test
    fun `sign-out forgets, also for the next start`(
        @TempDir folder: Path,
    ) = runBlocking {
        val vault = MemoryVault()
        Phone(sandbox, folder, vault).use { phone ->
            phone.app.start()
            phone.signIn()
            phone.app.signOut()
            assertNull(phone.app.state().card)
        }
        Phone(sandbox, folder, vault).use { phone ->
            phone.app.start()
            assertEquals(Phase.SignedOut, phone.app.state().phase)
        }
    }

    @Test
    fun `dismissed trouble is gone`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            runCatching { phone.signIn("ingen") }
            assertInstanceOf(CardException.NoCard::class.java, phone.app.state().trouble)
            phone.app.dismissTrouble()
            assertNull(phone.app.state().trouble)
        }
    }

    @Test
    fun `a new start on the same folder and vault has the card before any network`(
        @TempDir folder: Path,
    ) = runBlocking {
        val vault = MemoryVault()
        Phone(sandbox, folder, vault).use { phone ->
            phone.app.start()
            phone.signIn()
        }
        Phone(sandbox, folder, vault, issuer = "http://127.0.0.1:9").use { phone ->
            phone.app.start()
            assertEquals(
                "N012345678",
                phone.app
                    .state()
                    .card
                    ?.number,
            )
            assertTrue(phone.await { it.offline }.phase is Phase.Card)
        }
    }

    @Test
    fun `a sign-in whose coroutine is cancelled finishes all the same`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            val redirect = fillIn(phone.begin(), "kari")
            sandbox.control("""{"faults":[{"at":"token","kind":"slow","seconds":1.0,"times":1}]}""")
            val asked = async(start = CoroutineStart.UNDISPATCHED) { phone.app.finishSignIn(redirect) }
            phone.await { it.phase == Phase.SigningIn(SignInStep.Checking) }
            asked.cancel()
            assertNotNull(phone.await { it.phase is Phase.Card }.card)
        }
    }

    @Test
    fun `an app that was closed says so`(
        @TempDir folder: Path,
    ) {
        val phone = Phone(sandbox, folder)
        phone.close()
        assertThrows(IllegalStateException::class.java) { phone.app.state() }
        assertThrows(IllegalStateException::class.java) { runBlocking { phone.app.refresh() } }
    }
}
