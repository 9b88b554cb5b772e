package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.screens.CardScreen
import no.bibliotekkortet.ui.screens.CardScreenEvents
import no.bibliotekkortet.ui.screens.LoadingScreen
import no.bibliotekkortet.ui.screens.ReaderScreen
import no.bibliotekkortet.ui.screens.SignOutDialog
import no.bibliotekkortet.ui.text.Moments

/** The card, and what may lie over it: the reader, the question before signing out. */
@Composable
internal fun CardPlace(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    opened: Opened,
) {
    var over by rememberSaveable { mutableStateOf(opened) }
    val close = { over = Opened.NOTHING }
    val card = state.card
    val barcode = card?.barcode
    when {
        card == null -> LoadingScreen(trouble)

        // A code that was taken back takes the reader with it.
        barcode != null && (over == Opened.READER || over == Opened.READER_TURNED) ->
            ReaderScreen(card, barcode, close, startsTurned = over == Opened.READER_TURNED)

        else -> {
            val events = CardScreenEvents(openReader = { over = Opened.READER }, askSignOut = { over = Opened.SIGN_OUT })
            CardScreen(card, state, moments, trouble, actions, events, menuOpen = opened == Opened.MENU)
            if (over == Opened.SIGN_OUT) {
                SignOutDialog(
                    onConfirm = {
                        close()
                        actions.signOut()
                    },
                    onCancel = close,
                )
            }
        }
    }
}
