package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.AheadView
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.Stage
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Folded
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
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
    val turns = { day: String ->
        moments.ageOn(day, child.age.toInt())?.let { words.changesTurns(age = "$it", name = child.name) }
    }
    Days(child.changes, moments, turns, Modifier.testTag(Tags.CHILD_CHANGES)) { change(it, child.name, words) }
}

/**
 * Changes, day by day: the nearest is open, those of later years are folded under their day.
 *
 * @param turns who comes to which age then.
 */
@Composable
internal fun Days(
    changes: List<AheadView>,
    moments: Moments,
    turns: (day: String) -> String?,
    modifier: Modifier = Modifier,
    sentence: (AheadView) -> String,
) = Column(modifier, Arrangement.spacedBy(Space.Small)) {
    val words = LocalStrings.current
    changes.groupBy { it.on }.entries.forEachIndexed { index, (day, ahead) ->
        val from = words.changesFrom(moments.full(day))
        val sentences = ahead.map(sentence).distinct()
        if (index == 0) {
            Sheet { Nearest(from, turns(day), ahead.maxOf { it.stage }, sentences) }
        } else {
            Folded(listOfNotNull(from, turns(day)).joinToString(" · "), tag = null) { Sentences(sentences) }
        }
    }
}

@Composable
private fun Nearest(
    from: String,
    turns: String?,
    stage: Stage,
    sentences: List<String>,
) {
    val words = LocalStrings.current
    Column(
        Modifier.semantics(mergeDescendants = true) {}.padding(start = Space.Regular, end = Space.Regular, top = Space.Regular),
        Arrangement.spacedBy(Space.Hair),
    ) {
        FittingText(from, MaterialTheme.typography.titleSmall)
        turns?.let { Quiet(it, style = MaterialTheme.typography.bodySmall) }
        if (stage != Stage.LATER) {
            StatusLine(CardIcons.Clock, if (stage == Stage.LAST) words.changesLast else words.changesSoon, AppTheme.card.ageing.text)
        }
    }
    Sentences(sentences)
}

@Composable
private fun Sentences(sentences: List<String>) =
    Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
        sentences.forEach { sentence ->
            Row {
                if (!largeText) Dash()
                FittingText(sentence, MaterialTheme.typography.bodyMedium, Modifier.weight(1f))
            }
        }
    }

@Composable
private fun Dash() =
    Text(
        "–",
        Modifier.padding(end = Space.Small).clearAndSetSemantics {},
        color = MaterialTheme.colorScheme.onSurfaceVariant,
        style = MaterialTheme.typography.bodyMedium,
    )
