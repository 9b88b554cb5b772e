package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AheadView
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.Stage
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.change
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What changes for a child and for who acts for it, day by day, in whole sentences. */
@Composable
internal fun ChildChanges(
    child: ChildView,
    moments: Moments,
) {
    val words = LocalStrings.current
    Sheet(Modifier.testTag(Tags.CHILD_CHANGES)) {
        val turns = { day: String ->
            moments.ageOn(day, child.age.toInt())?.let { words.changesTurns(age = "$it", name = child.name) }
        }
        Days(child.changes, moments, turns) { change(it, child.name, words) }
    }
}

/**
 * Changes, day by day.
 *
 * @param turns who comes to which age then.
 */
@Composable
internal fun Days(
    changes: List<AheadView>,
    moments: Moments,
    turns: (day: String) -> String?,
    sentence: (AheadView) -> String,
) {
    changes.groupBy { it.on }.entries.forEachIndexed { index, (day, ahead) ->
        if (index > 0) Line()
        Day(day, ahead, moments, turns(day), sentence)
    }
}

@Composable
private fun Day(
    day: String,
    changes: List<AheadView>,
    moments: Moments,
    turns: String?,
    sentence: (AheadView) -> String,
) {
    val words = LocalStrings.current
    val stage = changes.maxOf { it.stage }
    Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
        Column(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(Space.Hair)) {
            FittingText(words.changesFrom(moments.full(day)), MaterialTheme.typography.titleSmall)
            turns?.let { Quiet(it, style = MaterialTheme.typography.bodySmall) }
            if (stage != Stage.LATER) {
                val near = if (stage == Stage.LAST) words.changesLast else words.changesSoon
                StatusLine(CardIcons.Clock, near, AppTheme.card.ageing.text)
            }
        }
        changes.map(sentence).distinct().forEach { Change(it) }
    }
}

@Composable
private fun Change(text: String) =
    Row(Modifier.fillMaxWidth()) {
        if (!largeText) {
            WordIcon(
                CardIcons.Forward,
                MaterialTheme.colorScheme.onSurfaceVariant,
                Modifier.padding(top = 3.dp, end = Space.Small),
                size = 14.dp,
            )
        }
        FittingText(text, MaterialTheme.typography.bodyMedium, Modifier.weight(1f))
    }
