package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.screens.children.AddChildrenScreen
import no.bibliotekkortet.ui.screens.children.ChildCodeScreen
import no.bibliotekkortet.ui.screens.children.ChildLibraryScreen
import no.bibliotekkortet.ui.screens.children.ChildScreen
import no.bibliotekkortet.ui.screens.children.ChildrenScreen
import no.bibliotekkortet.ui.screens.children.LedgerScreen
import no.bibliotekkortet.ui.screens.children.OwnChangesScreen
import no.bibliotekkortet.ui.screens.people.AddressFormScreen
import no.bibliotekkortet.ui.screens.people.ConflictScreen
import no.bibliotekkortet.ui.screens.people.ContactFormScreen
import no.bibliotekkortet.ui.screens.people.ContactScreen
import no.bibliotekkortet.ui.screens.people.EmailScreen
import no.bibliotekkortet.ui.screens.people.SecretScreen
import no.bibliotekkortet.ui.text.Moments

/** How the person is reached, and their secrets. Where two devices changed the same, that comes first. */
@Composable
internal fun PersonPlace(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
) {
    val conflict = state.conflict
    when {
        shell.opened == Opened.PIN || shell.opened == Opened.PASSWORD -> SecretScreen(state, shell, trouble, actions)
        shell.opened == Opened.EMAIL -> EmailScreen(state, shell, trouble, actions)
        conflict != null -> ConflictScreen(conflict, shell, moments, trouble, actions)
        shell.opened == Opened.CONTACT_FORM -> ContactFormScreen(state, shell, trouble, actions)
        shell.opened == Opened.ADDRESS_FORM -> AddressFormScreen(state, shell, trouble, actions)
        else -> ContactScreen(state, shell, moments, trouble, actions)
    }
}

/** Children, what changes and what was done. */
@Composable
internal fun HouseholdPlace(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
) = when (shell.opened) {
    Opened.CHILD -> ChildScreen(state, shell, moments, trouble, actions)
    Opened.ADD_CHILDREN -> AddChildrenScreen(state, shell, trouble, actions)
    Opened.CHILD_LIBRARY -> ChildLibraryScreen(state, shell, moments, trouble, actions)
    Opened.CHILD_CODE -> ChildCodeScreen(state, shell, moments, trouble, actions)
    Opened.LEDGER -> LedgerScreen(state, shell, moments, trouble, actions)
    Opened.OWN_CHANGES -> OwnChangesScreen(state, moments, trouble, actions)
    else -> ChildrenScreen(state, moments, trouble, actions)
}
