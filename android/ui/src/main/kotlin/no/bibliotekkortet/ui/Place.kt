package no.bibliotekkortet.ui

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep

/** What fills the screen. A form that is being sent is the same place as before: nothing of it moves. */
enum class Place { LOADING, SIGN_IN, CARD_FORM, ONE_TIME_CODE, WAITING, CARD, LOCKED }

/** Where the app is. */
internal fun placeOf(
    state: AppState,
    shell: ShellState,
): Place =
    when (val phase = state.phase) {
        is Phase.Starting -> Place.LOADING
        is Phase.SignedOut -> if (shell.opened in FORM) Place.CARD_FORM else Place.SIGN_IN
        is Phase.SigningIn ->
            when (phase.step) {
                is SignInStep.InBrowser -> Place.WAITING
                is SignInStep.CodeWanted -> Place.ONE_TIME_CODE
                is SignInStep.Preparing, is SignInStep.Checking ->
                    when (shell.opened) {
                        in FORM -> Place.CARD_FORM
                        Opened.ONE_TIME_CODE -> Place.ONE_TIME_CODE
                        else -> Place.WAITING
                    }
            }
        is Phase.Card -> Place.CARD
        is Phase.Locked -> Place.LOCKED
    }

private val FORM = setOf(Opened.CARD_FORM, Opened.FORGOT)
