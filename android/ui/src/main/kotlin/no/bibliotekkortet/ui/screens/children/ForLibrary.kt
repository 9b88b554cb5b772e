package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.LibraryView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.homeNumber
import no.bibliotekkortet.ui.parts.BackBar
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
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
        Row(
            Modifier
                .fillMaxWidth()
                .clickable(!shell.sending, role = Role.Button) { actions.open(Opened.CHILD_LIBRARY) }
                .semantics { contentDescription = spoken }
                .heightIn(min = 60.dp)
                .padding(horizontal = Space.Regular, vertical = Space.Medium)
                .testTag(Tags.CHILD_LIBRARY),
            Arrangement.spacedBy(Space.Regular),
            Alignment.CenterVertically,
        ) {
            if (!largeText) WordIcon(CardIcons.Library, MaterialTheme.colorScheme.primary)
            FittingText(name, MaterialTheme.typography.titleSmall, Modifier.weight(1f))
            Text(words.addChildrenChangeLibrary, color = MaterialTheme.colorScheme.primary, style = MaterialTheme.typography.labelLarge)
        }
    }
}

/** The one that was chosen, or one's own. */
internal fun libraryFor(
    state: AppState,
    shell: ShellState,
): LibraryView? =
    when {
        shell.library != null -> shell.profile?.library
        else ->
            state.card?.homeLibrary ?: state.relations
                .find { it.home }
                ?.profile
                ?.library
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
