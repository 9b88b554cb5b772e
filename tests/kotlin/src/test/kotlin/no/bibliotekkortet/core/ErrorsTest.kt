package no.bibliotekkortet.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import kotlin.reflect.KClass

/** Every code, from the situation that it is for, caught as its own class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsTest {
    private val sandbox = SandboxProcess()

    @TempDir lateinit var folder: Path

    @AfterAll
    fun end() = sandbox.close()

    @BeforeEach
    fun calm() = sandbox.control("""{"clear":true}""")

    @Test
    fun `Offline when nobody is there`() {
        caught<CardException.Offline>(issuer = "http://127.0.0.1:9") { begin() }
    }

    @Test
    fun `Service with the time that it asked for`() {
        sandbox.control("""{"faults":[{"at":"par","kind":"status","status":503,"retry_after":"7"}]}""")
        assertEquals(7u, caught<CardException.Service> { begin() }.retryAfterS)
    }

    @Test
    fun `SignInRefused with the check that refused`() {
        sandbox.control("""{"twists":["wrong_nonce"]}""")
        assertEquals("nonce", caught<CardException.SignInRefused> { signIn() }.check)
    }

    @Test
    fun `SignInCancelled when the person says no`() {
        caught<CardException.SignInCancelled> { app.finishSignIn(fillIn(begin(), "kari", "cancel")) }
    }

    @Test
    fun `SignInExpired when no sign-in waits`() {
        caught<CardException.SignInExpired> { app.finishSignIn("${Phone.REDIRECT}?code=x&state=y") }
    }

    @Test
    fun `LevelTooLow when the provider gives less than asked`() {
        sandbox.control("""{"twists":["acr_low"]}""")
        caught<CardException.LevelTooLow> { signIn() }
    }

    @Test
    fun `NoCard for somebody without`() {
        caught<CardException.NoCard> { signIn("ingen") }
    }

    @Test
    fun `VaultUnavailable when the vault says so`() {
        val vault = MemoryVault()
        caught<CardException.VaultUnavailable>(vault) {
            vault.broken = CardException.VaultUnavailable()
            begin()
        }
    }

    @Test
    fun `VaultUnavailable when the vault throws anything else, and the app goes on`() {
        val vault = MemoryVault()
        caught<CardException.VaultUnavailable>(vault) {
            vault.broken = IllegalStateException("the vault's own trouble")
            begin()
        }
        vault.broken = null
        runBlocking { onPhone(vault) { signIn() } }
    }

    @Test
    fun `StorageReadOnly or StorageFull, and the card shows all the same`() {
        val file = Files.createFile(folder.resolve("a file, not a folder"))
        val state = runBlocking { onPhone(at = file.resolve("data")) { app.state() } }
        assertInstanceOf(CardException.StorageReadOnly::class.java, state.trouble)
    }

    @Test
    fun `StorageDamaged when the file was written over`() {
        val vault = MemoryVault()
        runBlocking { onPhone(vault) { signIn() } }
        Files.list(folder).use { files ->
            files.filter(Files::isRegularFile).forEach { Files.write(it, ByteArray(8192) { 0x5a }) }
        }
        val state = runBlocking { onPhone(vault) { app.state() } }
        assertInstanceOf(CardException.StorageDamaged::class.java, state.trouble)
    }

    @Test
    fun `InvalidNumber for what isn't one`() {
        assertThrows(CardException.InvalidNumber::class.java) { parseCardNumber("N01234567") }
        assertThrows(CardException.InvalidNumber::class.java) { barcode("", Symbology.CODE39) }
    }

    @Test
    fun `InvalidNumber at the form, before anything is sent or noted`() {
        caught<CardException.InvalidNumber> {
            runCatching { app.signInWithCard("N0123", Credential.Pin("4711"), true, Phone.REDIRECT, "nb") }
                .onFailure { assertNull(app.state().trouble) }
                .getOrThrow()
        }
    }

    @Test
    fun `NoRules for a library that isn't there, RulesRefused for a text that can't be shown`() {
        caught<CardException.NoRules> { app.beginTrip(listOf("9999999"), Agreement.RULES, "nb") }
        sandbox.control("""{"twists":["rules_bidi"]}""")
        caught<CardException.RulesRefused> { app.beginTrip(listOf("2190200"), Agreement.RULES, "nb") }
    }

    @Test
    fun `RulesChanged and LibraryClosed when that came between reading and signing`() {
        caught<CardException.RulesChanged> { reads("2023000", """{"publish":[{"library":"2023000"}]}""") }
        caught<CardException.LibraryClosed> { reads("2190200", """{"close":["2190200"]}""") }
    }

    private suspend fun Phone.reads(
        library: String,
        meanwhile: String,
    ) {
        signIn("ola")
        app.beginTrip(listOf(library), Agreement.RULES, "nb")
        app.haveRead()
        sandbox.control(meanwhile)
        app.sign()
    }

    @Test
    fun `Internal for a door that isn't open`() {
        caught<CardException.Internal> { app.beginSignIn(Door.FEIDE, Phone.REDIRECT, "nb") }
    }

    @Test
    fun `each code crosses as itself`() {
        val codes = CardException::class.sealedSubclasses()
        assertEquals(33, codes.size)
        for (code in ALL) {
            val back = FfiConverterTypeCardError.lift(FfiConverterTypeCardError.lower(code))
            assertEquals(code::class, back::class)
            assertEquals(code.message, back.message)
        }
        assertEquals(codes.toSet(), ALL.map { it::class }.toSet())
    }

    private suspend fun <T> onPhone(
        vault: Vault = MemoryVault(),
        issuer: String = sandbox.issuer,
        at: Path = folder,
        block: suspend Phone.() -> T,
    ): T =
        Phone(sandbox, at, vault, issuer = issuer).use { phone ->
            phone.app.start()
            phone.block()
        }

    private inline fun <reified E : CardException> caught(
        vault: Vault = MemoryVault(),
        issuer: String = sandbox.issuer,
        noinline block: suspend Phone.() -> Unit,
    ): E =
        assertThrows(E::class.java) {
            runBlocking { onPhone(vault, issuer, block = block) }
        }

    private companion object {
        val ALL: List<CardException> =
            listOf(
                CardException.Offline(),
                CardException.Service(null),
                CardException.SignInRefused("state"),
                CardException.SignInCancelled(),
                CardException.SignInExpired(),
                CardException.LevelTooLow(),
                CardException.ClockWrong(),
                CardException.WrongCredentials(),
                CardException.LockedOut(null),
                CardException.Locked(),
                CardException.NoCard(),
                CardException.StorageFull(),
                CardException.StorageReadOnly(),
                CardException.StorageDamaged(),
                CardException.VaultUnavailable(),
                CardException.InvalidNumber(),
                CardException.RulesChanged(),
                CardException.RulesRefused(),
                CardException.NoRules(),
                CardException.LibraryClosed(),
                CardException.NotAllowed(),
                CardException.ReceiptRefused(),
                CardException.WrongCode(null),
                CardException.CodeExpired(),
                CardException.TooSimple(),
                CardException.WrongLength(),
                CardException.InvalidEmail(),
                CardException.LookalikeEmail(),
                CardException.InvalidPhone(),
                CardException.InvalidAddress(),
                CardException.ChangedElsewhere(),
                CardException.Incomplete(),
                CardException.Internal(),
            )
    }
}

/** The variants, by the class file's own list. */
private fun KClass<CardException>.sealedSubclasses(): List<KClass<out CardException>> =
    java.permittedSubclasses?.map { it.kotlin.asException() }.orEmpty()

@Suppress("UNCHECKED_CAST")
private fun KClass<*>.asException() = this as KClass<out CardException>
