package no.bibliotekkortet.app

import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.stateIn
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import java.time.Instant
import java.time.ZoneId

/** The core's state and the shell's at one moment. */
data class Screen(
    val state: AppState,
    val shell: ShellState,
)

/**
 * Carries out what a person asks for. The core decides; this launches its commands and opens the browser. A sign-in that
 * the process died in is waiting in the core after [start]; its redirect comes as an [opened] link like any other.
 *
 * What a command throws is already in the core's state. Only mistakes of our own are shown as [CardException.Internal].
 */
class AppController(
    private val core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    private val browser: Browser,
    private val languages: LanguageChoice,
) : AppActions {
    private val started = Job()
    private val broken = MutableStateFlow(false)
    private val scope =
        CoroutineScope(SupervisorJob() + Dispatchers.Default + CoroutineExceptionHandler { _, _ -> broken.value = true })
    private val shellState = MutableStateFlow(ShellState(languages.current(), Instant.now(), ZoneId.systemDefault()))

    /** What is on the screen. Each change brings the time with it: a card is never checked "in the future". */
    val screen: StateFlow<Screen> =
        combine(coreStates, broken, shellState) { state, isBroken, shell ->
            Screen(if (isBroken) state.copy(trouble = CardException.Internal()) else state, shell.copy(now = Instant.now()))
        }.stateIn(scope, SharingStarted.Eagerly, Screen(coreStates.value, shellState.value))

    /** Reads what is kept on this phone. */
    fun start() {
        command { core.start() }.invokeOnCompletion { started.complete() }
        scope.launch { tick() }
    }

    /** A link opened the app. Untrusted: what looks like our redirect is for the core to judge, all else is put away in words. */
    fun opened(link: String) {
        when (val known = Link.of(link)) {
            is Link.Redirect ->
                command {
                    started.join() // a sign-in that the process died in is known only then
                    core.finishSignIn(known.address)
                }

            Link.Unknown -> tell(ShellTrouble.BAD_LINK)
        }
    }

    /** The language may have been chosen in the system's settings meanwhile. */
    fun resumed() = shellState.update { it.copy(language = languages.current(), zone = ZoneId.systemDefault(), now = Instant.now()) }

    override fun signIn(door: Door) {
        dismissShellTrouble()
        command {
            val url = core.beginSignIn(door, Link.REDIRECT, shellState.value.language)
            if (!browser.open(url)) tell(ShellTrouble.NO_BROWSER)
        }
    }

    /** A pushed request is good for one opening (RFC 9126 §4), so this is a new attempt. */
    override fun openBrowserAgain() = signIn(Door.ID_PORTEN)

    override fun cancelSignIn() {
        command { core.cancelSignIn() }
    }

    override fun refresh() {
        command { core.refresh() }
    }

    override fun signOut() {
        command { core.signOut() }
    }

    override fun dismissTrouble() {
        broken.value = false
        command { core.dismissTrouble() }
    }

    override fun dismissShellTrouble() = shellState.update { it.copy(trouble = null) }

    override fun chooseLanguage(code: String) {
        languages.choose(code)
        shellState.update { it.copy(language = code) }
    }

    private fun tell(trouble: ShellTrouble) = shellState.update { it.copy(trouble = trouble) }

    private fun command(block: suspend () -> Unit): Job =
        scope.launch {
            try {
                block()
            } catch (_: CardException.Internal) {
                broken.value = true
            } catch (_: CardException) {
                // the state says it
            }
        }

    private suspend fun tick() {
        while (scope.isActive) {
            delay(TICK_MS)
            shellState.update { it.copy(now = Instant.now()) }
        }
    }

    private companion object {
        /** The screens speak in minutes. */
        const val TICK_MS = 15_000L
    }
}
