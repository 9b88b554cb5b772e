package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.screens.CardScreen
import no.bibliotekkortet.ui.screens.DevicesScreen
import no.bibliotekkortet.ui.screens.NoCardScreen
import no.bibliotekkortet.ui.screens.ReaderScreen
import no.bibliotekkortet.ui.screens.SignOutDialog
import no.bibliotekkortet.ui.screens.StepUpScreen
import no.bibliotekkortet.ui.text.Moments

/** The card, and what may lie over it. */
@Composable
internal fun CardPlace(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
) {
    val close = { actions.open(Opened.NOTHING) }
    val opened = shell.opened
    val card = state.card
    val barcode = card?.barcode
    when {
        // A code that is taken back takes the reader with it.
        card != null && barcode != null && opened in READERS ->
            ReaderScreen(card, barcode, close, startsTurned = opened == Opened.READER_TURNED)
        opened == Opened.DEVICES || opened == Opened.END_DEVICE -> DevicesScreen(state.devices, shell, moments, trouble, actions)
        opened == Opened.STEP_UP -> StepUpScreen(shell.action, trouble, actions)
        card == null -> NoCardScreen(state, trouble, actions, opened == Opened.MENU)
        else -> CardScreen(card, state, moments, trouble, actions, opened == Opened.MENU, shell.idPortenOnly)
    }
    if (opened == Opened.SIGN_OUT) {
        SignOutDialog(
            onConfirm = { browserToo ->
                close()
                actions.signOut(browserToo)
            },
            onCancel = close,
        )
    }
}

private val READERS = setOf(Opened.READER, Opened.READER_TURNED)
