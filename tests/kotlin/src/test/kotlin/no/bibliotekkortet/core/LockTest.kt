package no.bibliotekkortet.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path

/** What crosses of the lock, of a surer sign-in, and of leaving the provider. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockTest {
    private val sandbox = SandboxProcess()

    @AfterAll
    fun end() = sandbox.close()

    @Test
    fun `a locked card shows nothing until the device knows its owner`(
        @TempDir folder: Path,
    ) = runBlocking {
        val vault = MemoryVault()
        Phone(sandbox, folder, vault).use { phone ->
            phone.app.start()
            phone.signIn()
            phone.app.lockCard(true)
            assertTrue(phone.app.state().lockCard)
        }
        Phone(sandbox, folder, vault).use { phone ->
            phone.app.start()
            assertEquals(Phase.Locked, phone.app.state().phase)
            assertNull(phone.app.state().card)
            assertThrows(CardException.Locked::class.java) { runBlocking { phone.app.seeDevices() } }
            assertNull(phone.app.state().trouble, "the shell asks the device; there is nothing to tell yet")
            phone.app.unlock()
            assertNotNull(phone.app.state().card)
            phone.app.lockCard(false)
        }
        Phone(sandbox, folder, vault).use { phone ->
            phone.app.start()
            assertEquals(Phase.Card, phone.app.state().phase)
        }
    }

    @Test
    fun `who is sure enough goes on at once, without a browser`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            phone.signIn()
            assertNull(phone.app.stepUp(Action.END_DEVICES, Phone.REDIRECT, "nb"))
            assertEquals(Action.END_DEVICES, phone.app.state().clearedFor)
            phone.app.goOn()
            assertNull(phone.app.state().clearedFor)
        }
    }

    @Test
    fun `signing out gives the browser an address when it is wanted, and is done whatever comes back`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            phone.signIn()
            val back = Phone.REDIRECT.replace("innlogget", "utlogget")
            val url = checkNotNull(phone.app.signOut(back, "nb"))
            assertEquals(Phase.SignedOut, phone.app.state().phase)
            assertTrue("post_logout_redirect_uri=" in url && "utlogget" in url)
            assertThrows(CardException.SignInRefused::class.java) { runBlocking { phone.app.finishSignOut("$back?state=foreign") } }
            assertNull(phone.app.state().trouble)
        }
    }
}
