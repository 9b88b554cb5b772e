package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.SpanStyle
import androidx.compose.ui.text.buildAnnotatedString
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Activation
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingRuns
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.closing
import no.bibliotekkortet.ui.text.distance
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** A library that was found: the row opens it, the tick at its end takes it along. */
@Composable
internal fun FoundRow(
    profile: LibraryProfile,
    relation: RelationView?,
    chosen: Boolean,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val library = profile.library
    Row(Modifier.fillMaxWidth(), verticalAlignment = Alignment.CenterVertically) {
        Column(
            Modifier
                .weight(1f)
                .clickable(role = Role.Button) { actions.openLibrary(library.number) }
                .heightIn(min = 64.dp)
                .padding(start = Space.Regular, top = Space.Medium, bottom = Space.Medium, end = Space.Small)
                .testTag(Tags.libraryRow(library.number)),
            Arrangement.spacedBy(3.dp, Alignment.CenterVertically),
        ) {
            FittingRuns(matched(profile), MaterialTheme.typography.titleSmall)
            Quiet(where(profile, words), style = MaterialTheme.typography.bodySmall)
            val takes = if (profile.activation == Activation.DIGITAL) words.findDigital else words.findInPerson
            Quiet(
                listOfNotNull(takes, words.findStaffless.takeIf { profile.staffless }).joinToString(" · "),
                style = MaterialTheme.typography.bodySmall,
            )
            relation?.let { StandingLine(it, moments, Modifier.testTag(Tags.relation(library.number))) }
            profile.closing?.let { StatusLine(CardIcons.Block, closing(it, words, moments), AppTheme.card.ageing.text) }
        }
        if (canChoose(profile, relation)) Tick(library.number, words.findA11yChoose(library.name), chosen, actions)
    }
}

@Composable
private fun Tick(
    number: String,
    spoken: String,
    chosen: Boolean,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Box(
        Modifier
            .size(60.dp, 72.dp)
            .toggleable(chosen, role = Role.Checkbox) { actions.choose(number) }
            .semantics {
                contentDescription = spoken
                stateDescription = if (chosen) words.findChosen else words.findNotChosen
            }.testTag(Tags.choose(number)),
        contentAlignment = Alignment.Center,
    ) { Checkbox(chosen, onCheckedChange = null) }
}

/** Only where there is something to become, and somebody to become it with. */
internal fun canChoose(
    profile: LibraryProfile,
    relation: RelationView?,
): Boolean = !profile.isGone && (relation == null || relation.standing in OPEN)

/** Closed for good. */
internal val LibraryProfile.isGone: Boolean get() = closing?.let { it.forGood && it.now } == true

private val OPEN = setOf(Standing.NONE, Standing.ENDED, Standing.GUEST)

/** The name, with what was looked for in bold. The places come from the core, and are held to the text here. */
internal fun matched(profile: LibraryProfile): AnnotatedString =
    buildAnnotatedString {
        val name = profile.library.name
        append(name)
        for (part in profile.matched) {
            val (from, to) = part.from.toInt().coerceIn(0, name.length) to part.to.toInt().coerceIn(0, name.length)
            if (from < to) addStyle(SpanStyle(fontWeight = FontWeight.Bold, textDecoration = TextDecoration.Underline), from, to)
        }
    }

internal fun where(
    profile: LibraryProfile,
    words: Strings,
): String {
    val place = profile.library.place
    val municipality = profile.municipality.takeIf { it.isNotEmpty() && !it.equals(place, ignoreCase = true) }
    return listOfNotNull(place, municipality, profile.metres?.let { distance(it, words) }).joinToString(" · ")
}
