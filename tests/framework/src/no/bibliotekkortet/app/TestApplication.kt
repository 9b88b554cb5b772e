package no.bibliotekkortet.app

import no.bibliotekkortet.core.AppConfig
import no.bibliotekkortet.core.SandboxProcess
import no.bibliotekkortet.core.Vault
import no.bibliotekkortet.ui.shell.DeviceLock
import java.nio.file.Files
import java.util.concurrent.ConcurrentHashMap

/** The app with the sandbox's addresses and a vault in memory; it can lose its process. */
class TestApplication : BibliotekkortetApplication() {
    private val folder = Files.createTempDirectory("card").toString()
    private val vault = MemoryVault()
    private var running: Start? = null

    /** Answers in the place of the phone's own lock, when set before the start. */
    var lock: DeviceLock? = null

    override val start: Start
        get() = running ?: startApp(this, config(), vault(), lock ?: deviceLock, place).also { running = it }

    override fun config() =
        AppConfig(
            dataDir = folder,
            issuer = sandbox.issuer,
            cardService = sandbox.cardService,
            clientId = "bibliotekkortet-app",
            idPortenDirectly = true,
            deviceName = "Test",
            allowLoopbackHttp = true,
        )

    override fun vault(): Vault = vault

    /** What the process held is gone; disk and vault stay. */
    fun die() {
        running = null
    }

    /** As if the native library could not be loaded. */
    fun loseLibrary() {
        running = Start.NoLibrary
    }

    companion object {
        /** One for all tests of this process. */
        val sandbox by lazy { SandboxProcess() }
    }
}

private class MemoryVault : Vault {
    private val kept = ConcurrentHashMap<String, ByteArray>()

    override fun get(name: String) = kept[name]

    override fun set(
        name: String,
        value: ByteArray,
    ) {
        kept[name] = value
    }

    override fun remove(name: String) {
        kept.remove(name)
    }
}
