package no.bibliotekkortet.ui

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep

/** What fills the screen. A form that is being sent is the same place as before: nothing of it moves. */
enum class Place { LOADING, SIGN_IN, CARD_FORM, ONE_TIME_CODE, WAITING, WITHOUT_EID, REGISTER, CARD, LOCKED }

/** Where the app is. */
internal fun placeOf(
    state: AppState,
    shell: ShellState,
): Place =
    when (val phase = state.phase) {
        is Phase.Starting -> Place.LOADING
        is Phase.SignedOut ->
            when (shell.opened) {
                in BEFORE -> Place.CARD_FORM
                Opened.WITHOUT_EID -> Place.WITHOUT_EID
                else -> Place.SIGN_IN
            }
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
        // A session that is over may be begun anew by any door, with the card still there.
        is Phase.Card ->
            when {
                shell.opened in BEFORE && state.needsSignIn -> Place.CARD_FORM
                state.registration != null && shell.opened != Opened.STEP_UP -> Place.REGISTER
                else -> Place.CARD
            }
        is Phase.Locked -> Place.LOCKED
    }

private val FORM = setOf(Opened.CARD_FORM, Opened.FORGOT)

/** A code that came to nothing leads back to the form. */
private val BEFORE = FORM + Opened.ONE_TIME_CODE
