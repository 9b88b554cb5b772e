package no.bibliotekkortet.ui.screens.rules

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.Change
import no.bibliotekkortet.core.ChangeView
import no.bibliotekkortet.core.ChangesView
import no.bibliotekkortet.core.RulesView
import no.bibliotekkortet.core.Severity
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.change
import no.bibliotekkortet.ui.text.figures
import no.bibliotekkortet.ui.text.severity
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What changes for the person since they signed, before the text itself: in words, with figures, and from when. */
@Composable
internal fun WhatsNew(
    changes: ChangesView,
    rules: RulesView,
    agreement: Agreement,
    moments: Moments,
) {
    val words = LocalStrings.current
    val colors = AppTheme.card.ageing
    val day = moments.day(rules.validFrom)
    Column(
        Modifier
            .fillMaxWidth()
            .padding(top = Space.Regular)
            .clip(MaterialTheme.shapes.large)
            .background(colors.container)
            .padding(Space.Regular)
            .testTag(Tags.WHATS_NEW),
        Arrangement.spacedBy(Space.Medium),
    ) {
        FittingText(
            words.tripWhatsNew(moments.date(changes.signedAt)),
            MaterialTheme.typography.titleMedium,
            textModifier = Modifier.semantics { heading() },
            color = colors.text,
        )
        if (changes.items.isEmpty()) Text(words.tripNothingNew, style = MaterialTheme.typography.bodyMedium)
        changes.items
            .groupBy { it.clause }
            .values
            .forEach { Item(it) }
        Text(
            if (moments.isCome(rules.validFrom)) words.tripHoldsSince(day) else words.tripHoldsFrom(day),
            style = MaterialTheme.typography.bodyMedium,
        )
        Text(
            consequence(changes.severity, agreement, day.takeIf { !moments.isCome(rules.validFrom) }, words),
            style = MaterialTheme.typography.bodyMedium,
        )
    }
}

/** All that one clause changes. */
@Composable
private fun Item(items: List<ChangeView>) {
    val words = LocalStrings.current
    val heading = items.first().heading.ifBlank { null }
    val severity = items.maxOf { it.severity }
    val spoken = (listOfNotNull(heading, severity(severity, words)) + items.map { inWords(it.change, words) }).joinToString(". ")
    Column(
        Modifier.fillMaxWidth().clip(MaterialTheme.shapes.small).background(AppTheme.sheet).padding(Space.Medium).clearAndSetSemantics {
            contentDescription = spoken
        },
        Arrangement.spacedBy(Space.Hair),
    ) {
        heading?.let { FittingText(it, MaterialTheme.typography.titleSmall) }
        items.map { it.change }.forEach { change ->
            val figures = figures(change, words)
            if (figures == null || change !is Change.Amount) {
                FittingText(change(change, words), MaterialTheme.typography.bodyMedium)
            } else {
                Figures(figures.first, figures.second)
            }
        }
        StatusLine(iconOf(severity), severity(severity, words), MaterialTheme.colorScheme.onSurfaceVariant)
    }
}

private fun inWords(
    change: Change,
    words: Strings,
): String = figures(change, words)?.let { (old, new) -> words.changeA11yFigures(old = old, new = new) } ?: change(change, words)

/** The old figure struck, an arrow, the new one. */
@Composable
private fun Figures(
    old: String,
    new: String,
) = FlowRow(
    horizontalArrangement = Arrangement.spacedBy(Space.Small),
    itemVerticalAlignment = Alignment.CenterVertically,
) {
    Text(
        old,
        color = MaterialTheme.colorScheme.onSurfaceVariant,
        textDecoration = TextDecoration.LineThrough,
        style = MaterialTheme.typography.bodyLarge,
    )
    WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, size = 16.dp)
    Text(new, fontWeight = FontWeight.SemiBold, style = MaterialTheme.typography.bodyLarge)
}

/** The sign of a severity; its words say the same. */
internal fun iconOf(severity: Severity): ImageVector =
    when (severity) {
        Severity.EDITORIAL -> CardIcons.Info
        Severity.MATERIAL -> CardIcons.Document
        Severity.MONEY -> CardIcons.Receipt
        Severity.AGE -> CardIcons.Person
    }

private fun consequence(
    severity: Severity,
    agreement: Agreement,
    from: String?,
    words: Strings,
): String =
    when {
        severity == Severity.EDITORIAL -> words.tripConsequenceNone
        agreement == Agreement.RULES -> from?.let(words::tripConsequenceFrom) ?: words.tripConsequenceNow
        else -> from?.let(words::tripConsequenceStafflessFrom) ?: words.tripConsequenceStafflessNow
    }
