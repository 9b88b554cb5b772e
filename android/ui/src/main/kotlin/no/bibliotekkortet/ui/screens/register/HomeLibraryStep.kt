package no.bibliotekkortet.ui.screens.register

import androidx.compose.foundation.rememberScrollState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.RegistrationView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.screens.libraries.PickLibrary
import no.bibliotekkortet.ui.screens.libraries.Search
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments

/** The home library: a tap takes it, and goes on. */
@Composable
internal fun HomeLibraryStep(
    draft: RegistrationView,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val scroll = rememberScrollState()
    LaunchedEffect(shell.query) { scroll.scrollTo(0) }
    RegisterFrame(
        StepPage(RegisterStep.HOME_LIBRARY, words.registerLibraryTitle, words.registerLibraryText, Tags.REGISTER_LIBRARY),
        actions,
        modifier,
        scroll,
        trouble = trouble,
    ) {
        Search(shell, actions, focused = false)
        PickLibrary(shell, shell.library ?: draft.homeLibrary?.number, words::registerA11yPick, moments, actions)
    }
}
