package no.bibliotekkortet.desktop

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.shell.Ask
import no.bibliotekkortet.ui.shell.Controller
import no.bibliotekkortet.ui.shell.DeviceLock
import no.bibliotekkortet.ui.shell.Links
import no.bibliotekkortet.ui.shell.Sharing
import no.bibliotekkortet.ui.shell.Surroundings
import java.net.BindException
import java.net.URI
import java.time.Instant
import java.time.ZoneId

/**
 * A computer's part of what a person asks for: opening the browser, and listening for it to come back. The same class stands
 * behind the window and behind the headless journey.
 */
class AppController(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    private val browser: Browser,
    private val redirectPort: Int,
    language: String,
    dark: Boolean?,
    idPortenOnly: Boolean = false,
    zone: ZoneId = ZoneId.systemDefault(),
    /** Stands for the phone's own lock. */
    val deviceLock: DeviceLock = StandInLock(),
    links: Links = SystemLinks,
    sharing: Sharing = SavedFiles(),
) : Controller(
        core,
        coreStates,
        ShellState(language, Instant.now(), zone, dark = dark, idPortenOnly = idPortenOnly),
        Surroundings(deviceLock, links, sharing),
    ),
    AutoCloseable {
    private var running: Job? = null
    private var port = redirectPort

    /** Reads what is kept and, if a sign-in was under way when the app died, listens for it again. */
    override fun start() {
        super.start()
        scope.launch {
            started.join()
            core.state().inBrowser()?.let { waiting -> restart { listening(waiting.port()) { handOver(it) } } }
        }
    }

    override fun attempt(ask: Ask) {
        val wanted = port
        port = redirectPort
        restart {
            listening(wanted) { listener ->
                ask(listener.redirectUri)?.let { show(it) }
                handOver(listener)
            }
        }
    }

    /** On the same port: the browser may still come back to it. */
    override fun openBrowserAgain() {
        port = core.state().inBrowser()?.port() ?: redirectPort
        super.openBrowserAgain()
    }

    override fun cancelSignIn() {
        running?.cancel()
        super.cancelSignIn()
    }

    override fun signOut(browserToo: Boolean) {
        if (browserToo) return restart { listening(redirectPort, orElse = { core.signOut() }) { partInBrowser(it) } }
        running?.cancel()
        command { core.signOut() }
    }

    private suspend fun partInBrowser(listener: LoopbackListener) {
        val url = core.signOut(listener.signedOutUri, language) ?: return
        withContext(Dispatchers.IO) { browser.open(url) }
        withTimeoutOrNull(PARTING_MS) {
            for (back in listener.redirects) {
                if (back.startsWith(
                        listener.signedOutUri,
                    )
                ) {
                    return@withTimeoutOrNull quietly { core.finishSignOut(back) }
                }
            }
        }
    }

    private suspend fun listening(
        port: Int,
        orElse: suspend () -> Unit = { tell(ShellTrouble.PORT_IN_USE) },
        block: suspend (LoopbackListener) -> Unit,
    ) {
        val listener =
            try {
                withContext(Dispatchers.IO) { LoopbackListener(port, returnPage(language)) }
            } catch (_: BindException) {
                return orElse()
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

    private fun restart(block: suspend () -> Unit) {
        val before = running
        running =
            scope.launch {
                before?.cancel()
                before?.join()
                quietly(block)
            }
    }

    private companion object {
        /** So long the browser may take to come back from the provider's sign-out. */
        const val PARTING_MS = 10 * 60_000L
    }
}

private fun AppState.inBrowser() = (phase as? Phase.SigningIn)?.step as? SignInStep.InBrowser

private fun SignInStep.InBrowser.port() = URI(redirectUri).port
