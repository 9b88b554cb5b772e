package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.LibraryView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.homeNumber
import no.bibliotekkortet.ui.parts.BackBar
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.screens.libraries.PickLibrary
import no.bibliotekkortet.ui.screens.libraries.Search
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The library that it is about, and the way to another. */
@Composable
internal fun ForLibrary(
    title: String,
    state: AppState,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val library = libraryFor(state, shell)
    val name = library?.name ?: words.addChildrenNoLibrary
    val spoken = words.addChildrenA11yChangeLibrary(name)
    SectionTitle(title)
    Sheet {
        NavRow(
            CardIcons.Library,
            name,
            Tags.CHILD_LIBRARY,
            { if (!shell.sending) actions.open(Opened.CHILD_LIBRARY) },
            Modifier.semantics { contentDescription = spoken },
            hint = words.addChildrenChangeLibrary,
        )
    }
}

/** The one that was chosen, or one's own. */
internal fun libraryFor(
    state: AppState,
    shell: ShellState,
): LibraryView? =
    when {
        shell.library != null -> shell.profile?.library
        else -> state.card?.homeLibrary ?: state.relations.find { it.home }?.profile?.library
    }

/** Another library for children: a tap takes it. */
@Composable
fun ChildLibraryScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val scroll = rememberScrollState()
    val fixed = !largeText
    LaunchedEffect(shell.query) { scroll.scrollTo(0) }
    FramedPage(
        Tags.CHILD_LIBRARY_PAGE,
        actions::back,
        modifier,
        scroll,
        head = {
            BackBar(words.addChildrenLibraryTitle, actions::back)
            if (fixed) Search(shell, actions)
        },
    ) {
        if (!fixed) Search(shell, actions)
        trouble?.let { TroublePanel(it, Modifier.padding(vertical = Space.Small)) }
        PickLibrary(shell, shell.library ?: state.homeNumber, words::addChildrenA11yPickLibrary, moments, actions)
    }
}
