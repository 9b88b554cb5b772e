package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Found
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackBar
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.parts.late
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Looks for libraries with every letter; a row opens one, a tick takes it along to be read and signed at. */
@Composable
fun FindScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val scroll = rememberScrollState()
    // Large text needs the whole height for what was found.
    val fixed = !largeText
    LaunchedEffect(shell.query) { scroll.scrollTo(0) }
    FramedPage(
        Tags.FIND,
        actions::back,
        modifier,
        scroll,
        head = {
            BackBar(words.findTitle, actions::back)
            if (fixed) Search(shell, actions)
        },
        foot = if (shell.chosen.isEmpty()) null else ({ Chosen(shell.chosen, actions) }),
    ) {
        if (!fixed) Search(shell, actions)
        trouble?.let { TroublePanel(it, Modifier.padding(vertical = Space.Small)) }
        when (val found = shell.found) {
            null -> Quiet(words.findSearching, Modifier.late().padding(Space.Tiny, Space.Small))
            else -> Results(found, state, shell, moments, actions)
        }
    }
}

@Composable
private fun Results(
    found: Found,
    state: AppState,
    shell: ShellState,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    if (found.libraries.isEmpty()) {
        Empty(CardIcons.Search, words.findEmptyTitle(shell.query), words.findEmptyText, Tags.SEARCH_EMPTY)
    } else {
        Quiet(
            hits(found, words),
            Modifier.padding(start = Space.Tiny, top = Space.Small, bottom = Space.Small).semantics { liveRegion = LiveRegionMode.Polite },
            MaterialTheme.typography.bodySmall,
        )
        Sheet {
            found.libraries.forEachIndexed { index, profile ->
                if (index > 0) Line()
                val relation = state.relations.find { it.profile.library.number == profile.library.number }
                FoundRow(profile, relation, profile.library.number in shell.chosen, moments, actions)
            }
        }
    }
    if (found.demo) {
        Quiet(words.findDemo, Modifier.padding(Space.Tiny, Space.Medium).testTag(Tags.DEMO_DATA), MaterialTheme.typography.bodySmall)
    }
}

internal fun hits(
    found: Found,
    words: Strings,
): String =
    when {
        found.total.toInt() > found.libraries.size -> words.findHitsShown("${found.libraries.size}", "${found.total}")
        found.libraries.size == 1 -> words.findHitsOne
        else -> words.findHitsMany("${found.libraries.size}")
    }

/** The way on for those that were chosen. */
@Composable
private fun Chosen(
    chosen: List<String>,
    actions: AppActions,
) {
    val words = LocalStrings.current
    PrimaryButton(
        if (chosen.size == 1) words.findReadOne else words.findReadMany("${chosen.size}"),
        Tags.READ_CHOSEN,
        { actions.beginTrip(chosen, Agreement.RULES) },
        Modifier.fillMaxWidth(),
    )
}
