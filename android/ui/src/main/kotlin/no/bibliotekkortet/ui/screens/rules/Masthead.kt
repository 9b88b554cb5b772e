package no.bibliotekkortet.ui.screens.rules

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.sizeIn
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.RulesView
import no.bibliotekkortet.core.StopView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.agreement
import no.bibliotekkortet.ui.text.textLanguage
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What this text is: which agreement, version and language; and how large it is set. */
@Composable
internal fun Masthead(
    stop: StopView,
    rules: RulesView?,
    shell: ShellState,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Row(verticalAlignment = Alignment.CenterVertically) {
        Column(Modifier.weight(1f).padding(horizontal = Space.Tiny)) {
            FittingText(
                agreement(stop.agreement, words),
                MaterialTheme.typography.titleMedium,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
            rules?.let {
                Quiet(
                    words.tripVersionFrom(moments.day(it.validFrom), version = "${it.version}"),
                    Modifier.padding(top = Space.Hair),
                    MaterialTheme.typography.bodySmall,
                )
            }
        }
        if (rules != null && !largeText) TextSize(shell.textStep, actions)
    }
    rules ?: return
    notInLanguage(stop.agreement, rules, words)?.let { Quiet(it, Modifier.padding(Space.Tiny, Space.Small)) }
    if (rules.demo) {
        Quiet(
            words.tripDemo,
            Modifier.padding(horizontal = Space.Tiny).testTag(Tags.DEMO_DATA),
            MaterialTheme.typography.bodySmall,
        )
    }
    Column(Modifier.padding(top = Space.Small), Arrangement.spacedBy(Space.Small)) {
        if (largeText) TextSize(shell.textStep, actions)
        if (rules.languages.size > 1) TextLanguages(rules, actions)
    }
}

/** The library's text is never translated by a machine; who reads the app in another language is told so. */
private fun notInLanguage(
    agreement: Agreement,
    rules: RulesView,
    words: Strings,
): String? {
    if (rules.languages.any { it.substringBefore('-') == words.languageCode }) return null
    val wanted = textLanguage(words.languageCode, words)
    val missing = if (agreement == Agreement.RULES) words.tripNotInLanguageRules(wanted) else words.tripNotInLanguageStaffless(wanted)
    return "$missing ${words.tripShownIn(textLanguage(rules.language, words))}"
}

@Composable
private fun TextLanguages(
    rules: RulesView,
    actions: AppActions,
) {
    val words = LocalStrings.current
    FlowRow(
        Modifier.selectableGroup().semantics { contentDescription = words.tripLanguage },
        horizontalArrangement = Arrangement.spacedBy(Space.Small),
        verticalArrangement = Arrangement.spacedBy(Space.Small),
    ) {
        rules.languages.forEach { tag ->
            Chip(textLanguage(tag, words), Tags.rulesLanguage(tag), tag == rules.language) { actions.readIn(tag) }
        }
    }
}

/** One of several; the chosen one has ground and border. */
@Composable
private fun Chip(
    text: String,
    tag: String,
    chosen: Boolean,
    onChoose: () -> Unit,
) {
    val colors = MaterialTheme.colorScheme
    val shape = MaterialTheme.shapes.small
    Row(
        Modifier
            .clip(shape)
            .background(if (chosen) colors.primaryContainer else AppTheme.sheet)
            .border(1.dp, if (chosen) colors.primary else colors.outline, shape)
            .selectable(chosen, role = Role.RadioButton, onClick = onChoose)
            .heightIn(min = Space.Touch)
            .widthIn(min = Space.Touch)
            .padding(horizontal = Space.Medium)
            .testTag(tag),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        val ink = if (chosen) colors.onPrimaryContainer else colors.onSurface
        if (chosen && !largeText) WordIcon(CardIcons.Check, ink, Modifier.padding(end = 6.dp), size = 16.dp)
        Text(text, color = ink, style = MaterialTheme.typography.labelLarge)
    }
}

@Composable
private fun TextSize(
    step: Int,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Row(horizontalArrangement = Arrangement.spacedBy(Space.Tiny)) {
        Size(words.tripSmallerSign, words.tripSmaller, Tags.TEXT_SMALLER, step > 0) { actions.setTextStep(step - 1) }
        Size(words.tripLargerSign, words.tripLarger, Tags.TEXT_LARGER, step < LARGEST_STEP) { actions.setTextStep(step + 1) }
    }
}

@Composable
private fun Size(
    sign: String,
    spoken: String,
    tag: String,
    enabled: Boolean,
    onClick: () -> Unit,
) {
    val colors = MaterialTheme.colorScheme
    Box(
        Modifier
            .clip(MaterialTheme.shapes.small)
            .border(1.dp, if (enabled) colors.outline else colors.outlineVariant, MaterialTheme.shapes.small)
            .clickable(enabled, role = Role.Button, onClick = onClick)
            .sizeIn(minWidth = 52.dp, minHeight = Space.Touch)
            .semantics { contentDescription = spoken }
            .testTag(tag),
        contentAlignment = Alignment.Center,
    ) {
        Text(
            sign,
            Modifier.padding(horizontal = Space.Small).clearAndSetSemantics {},
            color = if (enabled) colors.onSurface else colors.outline,
            style = MaterialTheme.typography.labelLarge,
        )
    }
}

/** How many steps the text may be set larger. */
internal const val LARGEST_STEP = 2
