package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.screens.CardScreen
import no.bibliotekkortet.ui.screens.CardScreenEvents
import no.bibliotekkortet.ui.screens.NoCardScreen
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
    if (card != null && barcode != null && over in READERS) {
        // A code that is taken back takes the reader with it.
        ReaderScreen(card, barcode, close, startsTurned = over == Opened.READER_TURNED)
        return
    }
    val events = CardScreenEvents(openReader = { over = Opened.READER }, askSignOut = { over = Opened.SIGN_OUT })
    if (card == null) {
        NoCardScreen(state, trouble, actions, events)
    } else {
        CardScreen(card, state, moments, trouble, actions, events, menuOpen = opened == Opened.MENU)
    }
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

private val READERS = setOf(Opened.READER, Opened.READER_TURNED)
