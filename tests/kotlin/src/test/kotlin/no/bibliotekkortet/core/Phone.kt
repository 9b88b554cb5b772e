package no.bibliotekkortet.core

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.withTimeout
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap

/** Safe storage in memory, by Kotlin. */
class MemoryVault : Vault {
    private val kept = ConcurrentHashMap<String, ByteArray>()

    /** Thrown by every call, when set. */
    @Volatile var broken: Exception? = null

    override fun get(name: String) = open().get(name)

    override fun set(
        name: String,
        value: ByteArray,
    ) {
        open()[name] = value
    }

    override fun remove(name: String) {
        open().remove(name)
    }

    private fun open() = broken?.let { throw it } ?: kept
}

/** The sandbox's ID-porten as the provider. */
fun config(
    folder: Path,
    issuer: String,
    cardService: String,
) = AppConfig(
    dataDir = folder.toString(),
    issuer = issuer,
    cardService = cardService,
    clientId = "bibliotekkortet-app",
    idPortenDirectly = true,
    deviceName = "Test",
    allowLoopbackHttp = true,
)

/** An app on its data folder, as a phone has it. */
class Phone(
    sandbox: SandboxProcess,
    folder: Path,
    vault: Vault = MemoryVault(),
    log: LogSink? = null,
    issuer: String = sandbox.issuer,
) : AutoCloseable {
    val app = CardApp(config(folder, issuer, sandbox.cardService), vault, log)
    private val seen = MutableStateFlow(app.state())
    private val subscription = app.observe(observer { seen.value = it })

    suspend fun await(condition: (AppState) -> Boolean): AppState = withTimeout(PATIENCE_MS) { seen.first(condition) }

    suspend fun begin() = app.beginSignIn(Door.ID_PORTEN, REDIRECT, "nb")

    suspend fun signIn(persona: String = "kari") = app.finishSignIn(fillIn(begin(), persona))

    override fun close() {
        subscription.close()
        app.close()
    }

    companion object {
        const val REDIRECT = "http://127.0.0.1:49152/innlogget"

        /** Only a failing test waits this long. */
        const val PATIENCE_MS = 30_000L
    }
}

fun observer(block: (AppState) -> Unit) =
    object : StateObserver {
        override fun changed(state: AppState) = block(state)
    }
