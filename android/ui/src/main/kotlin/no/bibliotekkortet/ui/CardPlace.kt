package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.screens.DevicesScreen
import no.bibliotekkortet.ui.screens.ReaderScreen
import no.bibliotekkortet.ui.screens.SignOutDialog
import no.bibliotekkortet.ui.screens.StepUpScreen
import no.bibliotekkortet.ui.screens.cards.CardsScreen
import no.bibliotekkortet.ui.screens.libraries.DeskCodeScreen
import no.bibliotekkortet.ui.screens.libraries.FindScreen
import no.bibliotekkortet.ui.screens.libraries.LibraryScreen
import no.bibliotekkortet.ui.screens.me.FarewellScreen
import no.bibliotekkortet.ui.screens.me.LeaveScreen
import no.bibliotekkortet.ui.screens.me.MyDataScreen
import no.bibliotekkortet.ui.screens.me.NoticesScreen
import no.bibliotekkortet.ui.screens.me.ReceiptScreen
import no.bibliotekkortet.ui.screens.me.ReceiptsScreen
import no.bibliotekkortet.ui.screens.rules.TripScreen
import no.bibliotekkortet.ui.text.Moments

/** Where somebody is who is signed in: one of the places, or a page over it. */
@Composable
internal fun CardPlace(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
) {
    val card = shownPage(state, shell)?.card
    val barcode = card?.barcode
    val acting = state.asActing()
    when (shell.opened) {
        // A code that is taken back takes the reader with it.
        Opened.READER, Opened.READER_TURNED ->
            if (card != null && barcode != null) {
                ReaderScreen(card, barcode, actions::back, startsTurned = shell.opened == Opened.READER_TURNED)
            } else {
                Home(state, shell, moments, trouble, actions)
            }
        Opened.FIND -> FindScreen(acting, shell, moments, trouble, actions)
        Opened.LIBRARY, Opened.WITHDRAW -> LibraryScreen(acting, shell, moments, trouble, actions)
        Opened.TRIP, Opened.END_TRIP -> TripScreen(acting, shell, moments, trouble, actions)
        Opened.DESK_CODE -> DeskCodeScreen(acting, shell, moments, trouble, actions)
        Opened.NOTICES -> NoticesScreen(state, moments, trouble, actions)
        Opened.RECEIPTS -> ReceiptsScreen(state, moments, trouble, actions)
        Opened.RECEIPT -> ReceiptScreen(state, shell, moments, trouble, actions)
        Opened.MY_DATA -> MyDataScreen(state, shell, moments, trouble, actions)
        Opened.LEAVE -> LeaveScreen(state, shell, trouble, actions)
        Opened.END_CARD -> FarewellScreen(state, moments, trouble, actions)
        Opened.DEVICES, Opened.END_DEVICE -> DevicesScreen(state.devices, shell, moments, trouble, actions)
        Opened.STEP_UP -> StepUpScreen(shell.action, trouble, actions)
        Opened.CARDS -> CardsScreen(state, shell, trouble, actions)
        Opened.CONTACT, Opened.EMAIL, Opened.CONTACT_FORM, Opened.ADDRESS_FORM, Opened.PIN, Opened.PASSWORD ->
            PersonPlace(state, shell, moments, trouble, actions)
        Opened.CHILDREN, Opened.CHILD, Opened.ADD_CHILDREN, Opened.CHILD_LIBRARY, Opened.CHILD_CODE, Opened.LEDGER, Opened.OWN_CHANGES ->
            HouseholdPlace(state, shell, moments, trouble, actions)
        Opened.NOTHING, Opened.WITHOUT_EID, Opened.SIGN_OUT, Opened.CARD_FORM, Opened.FORGOT, Opened.ONE_TIME_CODE ->
            Home(state, shell, moments, trouble, actions)
    }
    if (shell.opened == Opened.SIGN_OUT) {
        SignOutDialog(
            onConfirm = { browserToo ->
                actions.back()
                actions.signOut(browserToo)
            },
            onCancel = actions::back,
        )
    }
}
