package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble

/** Takes people through the device's lock where the core wants it. A device without a lock counts as open, and says so. */
class Guard(
    private val core: CardAppInterface,
    private val shell: MutableStateFlow<ShellState>,
    private val lock: DeviceLock,
) {
    private val one = Mutex()
    private var asking = false
    private var asked = false

    /** Opens the lock; true when it is open now. */
    suspend fun open(): Boolean =
        when (recognise()) {
            Recognition.RECOGNISED -> true
            Recognition.REFUSED -> false
            Recognition.NOT_SET_UP -> true.also { say(ShellTrouble.NO_DEVICE_LOCK) }
        }.also { if (it) core.unlock() }

    /** Does [block], through the lock when the core asks for that. [CardException.Locked] when the device refuses. */
    suspend fun through(block: suspend () -> Unit) =
        try {
            block()
        } catch (locked: CardException.Locked) {
            if (open()) block() else throw locked
        }

    /** Puts the card behind the lock, when there is one that opens again. */
    suspend fun close() {
        when (recognise()) {
            Recognition.RECOGNISED -> {
                core.unlock()
                core.lockCard(true)
            }
            Recognition.NOT_SET_UP -> say(ShellTrouble.NO_DEVICE_LOCK)
            Recognition.REFUSED -> Unit
        }
    }

    /** The app came in front, or left. A locked card asks by itself, once: nobody in a queue wants one tap more. */
    suspend fun inFront(isInFront: Boolean) {
        // The system's own window for its code takes the app's place for a moment; that isn't leaving.
        if (!isInFront && !asking) asked = false
        core.inFront(isInFront)
        if (isInFront && !asked && core.state().phase is Phase.Locked) open()
    }

    private suspend fun recognise(): Recognition =
        one.withLock {
            asked = true
            asking = true
            try {
                lock.recognise(shell.value.language)
            } finally {
                asking = false
            }
        }

    private fun say(trouble: ShellTrouble) = shell.update { it.copy(trouble = trouble) }
}
