package no.bibliotekkortet.ui.screens.rules

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.mutableStateMapOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.layout.onGloballyPositioned
import androidx.compose.ui.layout.positionInParent
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.text.withStyle
import androidx.compose.ui.unit.Density
import kotlinx.coroutines.launch
import no.bibliotekkortet.core.ClauseKind
import no.bibliotekkortet.core.ClauseView
import no.bibliotekkortet.core.RulesView
import no.bibliotekkortet.core.SpanPart
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingRuns
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Folded
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.clauseKind
import no.bibliotekkortet.ui.text.spoken
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.Space

/** The library's own text, clause by clause; a list of them first when there are many. */
@Composable
internal fun RulesText(
    rules: RulesView,
    step: Int,
    scroll: ScrollState,
) {
    val words = LocalStrings.current
    val tops = remember(rules.sha256) { mutableStateMapOf<String, Int>() }
    if (rules.changes != null) SectionTitle(words.tripFullText)
    if (rules.clauses.count { it.heading.isNotBlank() } > FEW) Contents(rules.clauses, tops, scroll)
    val usual = LocalDensity.current
    CompositionLocalProvider(LocalDensity provides Density(usual.density, usual.fontScale * SCALES[step.coerceIn(SCALES.indices)])) {
        rules.clauses.forEachIndexed { index, clause ->
            Clause(
                clause,
                index + 1,
                rules.clauses.size,
                Modifier.onGloballyPositioned { tops[clause.id] = it.positionInParent().y.toInt() },
            )
        }
    }
}

@Composable
private fun Contents(
    clauses: List<ClauseView>,
    tops: Map<String, Int>,
    scroll: ScrollState,
) {
    val going = rememberCoroutineScope()
    Folded(LocalStrings.current.tripContents, Tags.CONTENTS, Modifier.padding(top = Space.Medium)) {
        clauses.filter { it.heading.isNotBlank() }.forEach { clause ->
            Row(
                Modifier
                    .fillMaxWidth()
                    .clickable(role = Role.Button) { tops[clause.id]?.let { going.launch { scroll.animateScrollTo(it) } } }
                    .heightIn(min = Space.Touch)
                    .padding(horizontal = Space.Regular, vertical = Space.Small),
                verticalAlignment = Alignment.CenterVertically,
            ) { FittingText(clause.heading, MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.primary) }
        }
    }
}

@Composable
private fun Clause(
    clause: ClauseView,
    number: Int,
    of: Int,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val heading = clause.heading.ifBlank { words.clauseUnnamed("$number") }
    val kind = clauseKind(clause.kind, words)
    val place = words.clauseA11yPlace(heading, n = "$number", m = "$of")
    Column(
        modifier.fillMaxWidth().padding(start = Space.Tiny, end = Space.Tiny, top = Space.Large).testTag(Tags.clause(clause.id)),
        Arrangement.spacedBy(Space.Tiny),
    ) {
        FittingText(
            heading,
            MaterialTheme.typography.titleMedium,
            textModifier =
                Modifier.semantics {
                    heading()
                    contentDescription = listOfNotNull(place, kind).joinToString(". ")
                },
            color = if (clause.heading.isBlank()) MaterialTheme.colorScheme.onSurfaceVariant else Color.Unspecified,
        )
        kind?.let {
            StatusLine(
                iconOf(clause.severity),
                it,
                AppTheme.card.ageing.text,
                Modifier.clearAndSetSemantics {},
                MaterialTheme.typography.labelMedium,
            )
        }
        val spoken = spoken(clause, words)
        FittingRuns(written(clause), MaterialTheme.typography.bodyLarge, textModifier = Modifier.semantics { contentDescription = spoken })
    }
}

/** What went is struck, what came is underlined: never by colour alone. */
@Composable
private fun written(clause: ClauseView): AnnotatedString {
    val went = SpanStyle(color = MaterialTheme.colorScheme.onSurfaceVariant, textDecoration = TextDecoration.LineThrough)
    val came =
        SpanStyle(
            color = AppTheme.card.ageing.text,
            background = AppTheme.card.ageing.container,
            fontWeight = FontWeight.SemiBold,
            textDecoration = TextDecoration.Underline,
        )
    val whole =
        when (clause.kind) {
            ClauseKind.REMOVED -> went
            ClauseKind.ADDED -> came.copy(fontWeight = FontWeight.Normal)
            ClauseKind.UNCHANGED, ClauseKind.CHANGED, ClauseKind.MOVED -> SpanStyle()
        }
    return buildAnnotatedString {
        if (clause.spans.isEmpty()) withStyle(whole) { append(clause.text) }
        clause.spans.forEachIndexed { index, span ->
            val before = clause.spans.getOrNull(index - 1)
            // Old and new stand side by side as two words.
            if (before?.part == SpanPart.REMOVED && span.part == SpanPart.ADDED && !before.text.endsWith(' ')) append(' ')
            val style = if (span.part == SpanPart.REMOVED) went else came
            if (span.part == SpanPart.SAME) append(span.text) else withStyle(style) { append(span.text) }
        }
    }
}

private const val FEW = 4
private val SCALES = listOf(1f, 1.25f, 1.5f)
