package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.testTag
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildOutcome
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.HouseholdView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.outcome
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space
import no.bibliotekkortet.ui.toBeSigned

/** What became of each child, and the first whose rules are to be read now. */
@Composable
internal fun ColumnScope.Outcomes(
    household: HouseholdView,
    state: AppState,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val waiting = toBeSigned(state, shell)
    val shown = household.children.filter { it.id in shell.picked }
    SectionTitle(words.addChildrenSummary, Modifier)
    Sheet(Modifier.semantics { liveRegion = LiveRegionMode.Polite }) {
        shown.forEachIndexed { index, child ->
            if (index > 0) Line()
            Outcome(child)
        }
    }
    val wide = Modifier.fillMaxWidth()
    val next = shown.find { it.id == waiting.firstOrNull() }
    if (next == null) {
        PrimaryButton(words.addChildrenDone, Tags.CHILDREN_DONE, actions::childrenDone, wide.padding(top = Space.Large))
    } else {
        PrimaryButton(
            words.addChildrenSignFor(next.name),
            Tags.SIGN_FOR_CHILD,
            { actions.signForChild(next.id) },
            wide.padding(top = Space.Large),
        )
        QuietButton(words.addChildrenDone, Tags.CHILDREN_DONE, actions::childrenDone, wide.padding(top = Space.Small))
    }
}

@Composable
private fun Outcome(child: ChildView) {
    val words = LocalStrings.current
    val (icon, color) = look(child.outcome)
    val text = outcome(child.outcome, words)
    val spoken = words.addChildrenA11yOutcome(name = child.name, outcome = text)
    Column(
        Modifier
            .fillMaxWidth()
            .clearAndSetSemantics {
                contentDescription = spoken
                testTag = Tags.outcome(child.id)
            }.padding(Space.Regular),
        Arrangement.spacedBy(Space.Tiny),
    ) {
        FittingText(child.name, MaterialTheme.typography.titleSmall)
        StatusLine(icon, text, color, style = MaterialTheme.typography.bodyMedium)
    }
}

@Composable
private fun look(outcome: ChildOutcome?): Pair<ImageVector, Color> =
    when (outcome) {
        ChildOutcome.REGISTERED -> CardIcons.Check to AppTheme.card.fresh.text
        ChildOutcome.ALREADY_REGISTERED -> CardIcons.Card to AppTheme.card.offline.text
        ChildOutcome.SIGNS_ALONE -> CardIcons.Person to AppTheme.card.offline.text
        ChildOutcome.TOO_YOUNG -> CardIcons.Clock to AppTheme.card.ageing.text
        ChildOutcome.NOT_ALLOWED, null -> CardIcons.Info to AppTheme.card.ended.text
    }
