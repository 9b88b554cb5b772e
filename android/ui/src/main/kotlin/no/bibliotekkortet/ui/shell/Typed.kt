package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.ui.ShellState

/** Sends what was typed. What is wrong with it stays with the fields, and so does what was typed. */
abstract class Typed(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : AccountPart(core, coreStates, first, surroundings) {
    /** Somebody is getting a card. */
    protected val registering get() = core.state().registration != null

    /** Does [block] once at a time, and [done] when it was taken. */
    protected fun send(
        action: Action,
        done: () -> Unit = {},
        block: suspend () -> Unit,
    ) {
        if (shellState.value.sending) return
        sends(true)
        ask(if (registering) Action.REGISTER else action) {
            sends(true)
            val taken =
                try {
                    block()
                    true
                } catch (wrong: CardException) {
                    if (!wrong.isTyped) throw wrong
                    refused(wrong)
                    false
                } finally {
                    sends(false)
                }
            // What follows may send the next thing.
            if (taken) done()
        }
    }

    /** An errand whose refusal may stand nowhere but in its answer. */
    protected fun ask(
        action: Action,
        block: suspend () -> Unit,
    ) = errand(action) {
        try {
            block()
        } catch (refusal: CardException) {
            val said = refusal is CardException.LevelTooLow || refusal is CardException.Locked
            if (!said && core.state().trouble?.javaClass != refusal.javaClass) refuse(refusal)
            throw refusal
        }
    }

    private fun refused(wrong: CardException) {
        // A code is good or it isn't; nobody puts one right.
        if (wrong is CardException.WrongCode || wrong is CardException.CodeExpired) shellState.value.typed.code = ""
        // Two values are a page of their own.
        val both = wrong is CardException.ChangedElsewhere && core.state().conflict != null
        // One change: whoever reads what is wrong can send again.
        shellState.update { it.copy(refused = wrong.takeUnless { both }, sending = false) }
    }

    private fun sends(yes: Boolean) =
        shellState.update { if (yes) it.copy(sending = true, refused = null, done = false) else it.copy(sending = false) }
}

/** It says what is wrong with what was typed, and belongs to the field. */
val CardException.isTyped: Boolean
    get() =
        when (this) {
            is CardException.InvalidEmail,
            is CardException.LookalikeEmail,
            is CardException.InvalidPhone,
            is CardException.InvalidAddress,
            is CardException.TooSimple,
            is CardException.WrongLength,
            is CardException.WrongCode,
            is CardException.CodeExpired,
            is CardException.ChangedElsewhere,
            is CardException.Incomplete,
            -> true
            else -> false
        }
