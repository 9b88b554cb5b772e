package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.CoroutineExceptionHandler
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
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
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import java.time.Instant

/**
 * The ground that a shell's controller stands on: its state, and commands that run to their end.
 *
 * What a command throws is already in the core's state, so it isn't told twice. Only mistakes of our own may not be: they are
 * shown as [CardException.Internal].
 */
abstract class Shell(
    protected val core: CardAppInterface,
    private val coreStates: StateFlow<AppState>,
    first: ShellState,
) {
    private val broken = MutableStateFlow(false)
    protected val scope =
        CoroutineScope(SupervisorJob() + Dispatchers.Default + CoroutineExceptionHandler { _, _ -> broken.value = true })
    protected val shellState = MutableStateFlow(first)

    /** Complete when what is kept on this device has been read: only then is a sign-in known that the process died in. */
    protected val started = Job()

    /**
     * What is on the screen. Each change of any part brings the time with it, so that a card is never checked "in the future", and
     * the core's newest state, so that "done" is never said over what was before.
     */
    val screen: StateFlow<Screen> =
        combine(coreStates, broken, shellState) { _, isBroken, shell ->
            val state = coreStates.value
            Screen(if (isBroken) state.copy(trouble = CardException.Internal()) else state, shell.copy(now = Instant.now()))
        }.stateIn(scope, SharingStarted.Eagerly, Screen(coreStates.value, shellState.value))

    /** Reads what is kept, then follows the core. */
    open fun start() {
        command { core.start() }.invokeOnCompletion { started.complete() }
        scope.launch { tick() }
        scope.launch { coreStates.collect(::follow) }
    }

    /** The core's state changed. */
    protected abstract fun follow(state: AppState)

    /** Ends all that runs. */
    open fun close() = scope.cancel()

    /** Takes what is broken, or refused, for seen. */
    protected fun forgive() {
        broken.value = false
        shellState.update { it.copy(refusal = null, refused = null) }
    }

    protected fun tell(trouble: ShellTrouble?) = shellState.update { it.copy(trouble = trouble) }

    /** Notes what the core refuses without noting it itself. */
    protected fun refuse(refusal: CardException) = shellState.update { it.copy(refusal = refusal) }

    protected fun command(block: suspend () -> Unit): Job = scope.launch { quietly(block) }

    protected suspend fun quietly(block: suspend () -> Unit) =
        try {
            block()
        } catch (_: CardException.Internal) {
            broken.value = true
        } catch (_: CardException) {
            // the state says it
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
