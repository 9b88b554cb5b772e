package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Found
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.FittingRuns
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.Pulse
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.late
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.closing
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/**
 * What was found, of which one library is taken by one tap.
 *
 * @param chosen number of the one that is taken now.
 * @param spoken what a voice says about taking a library of that name.
 */
@Composable
internal fun PickLibrary(
    shell: ShellState,
    chosen: String?,
    spoken: (String) -> String,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val found = shell.found
    when {
        found == null -> Quiet(words.findSearching, Modifier.late().padding(Space.Tiny, Space.Small))
        found.libraries.isEmpty() -> Empty(CardIcons.Search, words.findEmptyTitle(shell.query), words.findEmptyText, Tags.SEARCH_EMPTY)
        else -> Found(found, shell, chosen, spoken, moments, actions)
    }
    if (found?.demo == true) {
        Quiet(words.findDemo, Modifier.padding(Space.Tiny, Space.Medium).testTag(Tags.DEMO_DATA), MaterialTheme.typography.bodySmall)
    }
}

@Composable
private fun Found(
    found: Found,
    shell: ShellState,
    chosen: String?,
    spoken: (String) -> String,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Quiet(
        if (shell.sending) words.registerSending else hits(found, words),
        Modifier
            .padding(start = Space.Tiny, top = Space.Small, bottom = Space.Small)
            .semantics { liveRegion = LiveRegionMode.Polite }
            .then(if (shell.sending) Modifier.testTag(Tags.WAITING) else Modifier),
        MaterialTheme.typography.bodySmall,
    )
    Sheet {
        Column(Modifier.selectableGroup()) {
            found.libraries.forEachIndexed { index, profile ->
                if (index > 0) Line()
                val number = profile.library.number
                Pick(profile, number == chosen, shell.sending, spoken(profile.library.name), moments) { actions.pickLibrary(number) }
            }
        }
    }
}

@Composable
private fun Pick(
    profile: LibraryProfile,
    chosen: Boolean,
    sending: Boolean,
    spoken: String,
    moments: Moments,
    onPick: () -> Unit,
) {
    val words = LocalStrings.current
    Row(
        Modifier
            .fillMaxWidth()
            .selectable(chosen, !sending && !profile.isGone, Role.RadioButton, onClick = onPick)
            .semantics { contentDescription = spoken }
            .heightIn(min = 64.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(Tags.pick(profile.library.number)),
        Arrangement.spacedBy(Space.Medium),
        Alignment.CenterVertically,
    ) {
        if (chosen && sending) {
            Pulse(MaterialTheme.colorScheme.primary, Modifier, Small, 2.dp)
        } else {
            RadioButton(chosen, onClick = null, enabled = !sending && !profile.isGone)
        }
        Column(Modifier.weight(1f), Arrangement.spacedBy(3.dp)) {
            FittingRuns(matched(profile), MaterialTheme.typography.titleSmall)
            Quiet(where(profile, words), style = MaterialTheme.typography.bodySmall)
            profile.closing?.let { StatusLine(CardIcons.Block, closing(it, words, moments), AppTheme.card.ageing.text) }
        }
    }
}

/** As wide as what it stands for. */
private val Small = DpSize(24.dp, 16.dp)
