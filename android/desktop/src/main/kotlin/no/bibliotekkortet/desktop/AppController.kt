package no.bibliotekkortet.desktop

import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.stateIn
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import java.net.BindException
import java.net.URI
import java.time.Instant
import java.time.ZoneId

/**
 * Carries out what a person asks for. The core decides; this only launches its commands, opens the browser and listens
 * for it to come back. The same class stands behind the window and behind the headless journey.
 *
 * What a command throws is already in the core's state, so it isn't told twice. Only mistakes of our own may not be:
 * they are shown as [CardException.Internal].
 */
class AppController(
    private val core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    private val browser: Browser,
    private val redirectPort: Int,
    language: String,
    dark: Boolean?,
    zone: ZoneId = ZoneId.systemDefault(),
) : AppActions,
    AutoCloseable {
    private val broken = MutableStateFlow(false)
    private val scope =
        CoroutineScope(SupervisorJob() + Dispatchers.Default + CoroutineExceptionHandler { _, _ -> broken.value = true })
    private val shellState = MutableStateFlow(ShellState(language, Instant.now(), zone, null, dark))
    private var attempt: Job? = null

    /** What is on the screen. Each change of any part brings the time with it: a card is never checked "in the future". */
    val screen: StateFlow<Screen> =
        combine(coreStates, broken, shellState) { state, isBroken, shell ->
            Screen(if (isBroken) state.copy(trouble = CardException.Internal()) else state, shell.copy(now = Instant.now()))
        }.stateIn(scope, SharingStarted.Eagerly, Screen(coreStates.value, shellState.value))

    /** Reads what is kept and, if a sign-in was under way when the app died, listens for it again. */
    fun start() {
        scope.launch { tick() }
        scope.launch {
            quietly { core.start() }
            core.state().inBrowser()?.let { waiting -> restartAttempt { resume(waiting) } }
        }
    }

    override fun signIn(door: Door) = restartAttempt { begin(door) }

    /** A pushed request is good for one opening (RFC 9126 §4), so this is a new attempt, on the same port. */
    override fun openBrowserAgain() =
        restartAttempt {
            core.state().inBrowser()?.let { begin(Door.ID_PORTEN, URI(it.redirectUri).port) }
        }

    override fun cancelSignIn() {
        attempt?.cancel()
        command { core.cancelSignIn() }
    }

    override fun refresh() = command { core.refresh() }

    override fun signOut() {
        attempt?.cancel()
        command { core.signOut() }
    }

    override fun dismissTrouble() {
        broken.value = false
        command { core.dismissTrouble() }
    }

    override fun dismissShellTrouble() = shellState.update { it.copy(trouble = null) }

    override fun chooseLanguage(code: String) = shellState.update { it.copy(language = code) }

    override fun close() = scope.cancel()

    private suspend fun begin(
        door: Door,
        port: Int = redirectPort,
    ) = listening(port) { listener ->
        val url = core.beginSignIn(door, listener.redirectUri, shellState.value.language)
        show(url)
        handOver(listener)
    }

    private suspend fun resume(waiting: SignInStep.InBrowser) = listening(URI(waiting.redirectUri).port) { handOver(it) }

    private suspend fun listening(
        port: Int,
        block: suspend (LoopbackListener) -> Unit,
    ) {
        val listener =
            try {
                withContext(Dispatchers.IO) { LoopbackListener(port, returnPage(shellState.value.language)) }
            } catch (_: BindException) {
                return tell(ShellTrouble.PORT_IN_USE)
            }
        listener.use { block(it) }
    }

    /** Until the core leaves the sign-in; a redirect that isn't ours must not be able to end it. */
    private suspend fun handOver(listener: LoopbackListener) =
        coroutineScope {
            val begun = core.state().revision
            val redirects =
                launch {
                    for (redirect in listener.redirects) quietly { core.finishSignIn(redirect) }
                }
            screen.first { (state) -> state.revision >= begun && state.phase !is Phase.SigningIn }
            redirects.cancel()
        }

    private suspend fun show(url: String) {
        val shown = withContext(Dispatchers.IO) { browser.open(url) }
        if (!shown) tell(ShellTrouble.NO_BROWSER)
    }

    private fun tell(trouble: ShellTrouble) = shellState.update { it.copy(trouble = trouble) }

    private fun restartAttempt(block: suspend () -> Unit) {
        val before = attempt
        dismissShellTrouble()
        attempt =
            scope.launch {
                before?.cancel()
                before?.join()
                quietly(block)
            }
    }

    private fun command(block: suspend () -> Unit) {
        scope.launch { quietly(block) }
    }

    private suspend fun quietly(block: suspend () -> Unit) =
        try {
            block()
        } catch (_: CardException.Internal) {
            broken.value = true
        } catch (_: CardException) {
            // the state says it
        }

    private suspend fun tick() =
        coroutineScope {
            while (isActive) {
                shellState.update { it.copy(now = Instant.now()) }
                delay(TICK_MS)
            }
        }

    private companion object {
        /** The screens speak in minutes. */
        const val TICK_MS = 15_000L
    }
}

/** The core's state and the shell's at one moment. */
data class Screen(
    val state: AppState,
    val shell: ShellState,
)

private fun AppState.inBrowser() = (phase as? Phase.SigningIn)?.step as? SignInStep.InBrowser
