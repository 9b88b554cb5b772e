package no.bibliotekkortet.ui.screens.rules

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
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Activation
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.PartyView
import no.bibliotekkortet.core.SignsView
import no.bibliotekkortet.core.StopView
import no.bibliotekkortet.core.TripView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.basis
import no.bibliotekkortet.ui.text.whyNot
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** After the text: for whom, that it was read, and the signature. Nothing is ticked beforehand. */
@Composable
internal fun Signing(
    trip: TripView,
    stop: StopView,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val party = trip.parties.getOrNull(trip.party.toInt())
    Line(Modifier.padding(top = Space.Huge))
    if (trip.parties.size > 1) Parties(trip, actions)
    party?.let { For(it, trip.parties.size > 1) }
    HaveRead(stop, actions)
    val can = stop.read && (party == null || party.signs is SignsView.Here)
    val child = party?.name?.takeIf { party.child != null }
    val sign = child?.let(words::tripSignFor) ?: words.tripSign
    PrimaryButton(
        if (trip.signing) words.tripSigning else sign,
        Tags.SIGN,
        actions::sign,
        Modifier.fillMaxWidth().padding(top = Space.Medium),
        working = trip.signing,
        enabled = can,
    )
    if (!stop.read) Quiet(words.tripReadFirst, Modifier.padding(start = Space.Tiny, top = Space.Small), MaterialTheme.typography.bodySmall)
    val then = if (stop.activation == Activation.DIGITAL) words.tripThenDigital else words.tripThenDesk
    Quiet("${words.tripMeaning} $then", Modifier.padding(start = Space.Tiny, top = Space.Medium))
    if (trip.stops.size > 1 && !trip.signing) Skip(actions)
}

/** The way past this library. */
@Composable
internal fun Skip(actions: AppActions) =
    QuietButton(
        LocalStrings.current.tripSkip,
        Tags.SKIP_STOP,
        actions::skipStop,
        Modifier.fillMaxWidth().padding(top = Space.Small),
    )

/** Says that it was read; once it was, that is said here. */
@Composable
private fun HaveRead(
    stop: StopView,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val room = Modifier.fillMaxWidth().padding(top = Space.Large)
    if (stop.read) {
        Row(
            room
                .heightIn(min = Space.Touch)
                .semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }
                .testTag(Tags.HAVE_READ),
            Arrangement.Center,
            Alignment.CenterVertically,
        ) { StatusLine(CardIcons.Check, words.tripHaveReadDone, AppTheme.card.fresh.text, style = MaterialTheme.typography.labelLarge) }
    } else {
        val text = if (stop.agreement == Agreement.RULES) words.tripHaveReadRules else words.tripHaveReadStaffless
        OutlineButton(text, Tags.HAVE_READ, actions::haveRead, room)
    }
}

/** Everybody for whom one can sign, or can't and why. */
@Composable
private fun Parties(
    trip: TripView,
    actions: AppActions,
) {
    SectionTitle(LocalStrings.current.tripForWhom)
    Sheet {
        Column(Modifier.selectableGroup()) {
            trip.parties.forEachIndexed { index, party ->
                if (index > 0) Line()
                PartyRow(party, index == trip.party.toInt(), Tags.party(index), !trip.signing) { actions.signFor(index) }
            }
        }
    }
}

@Composable
private fun PartyRow(
    party: PartyView,
    chosen: Boolean,
    tag: String,
    enabled: Boolean,
    onChoose: () -> Unit,
) {
    val words = LocalStrings.current
    Row(
        Modifier
            .fillMaxWidth()
            .selectable(chosen, enabled, Role.RadioButton, onClick = onChoose)
            .heightIn(min = 56.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(tag),
        Arrangement.spacedBy(Space.Medium),
        Alignment.CenterVertically,
    ) {
        RadioButton(chosen, onClick = null)
        Column(Modifier.weight(1f)) {
            val name = if (party.child == null) words.tripMyself else words.tripParty(age = "${party.age}", name = party.name)
            FittingText(name, MaterialTheme.typography.titleSmall)
            val hint = whyNot(party, words) ?: basis(party, words) ?: party.name.takeIf { party.child == null }
            hint?.let { Quiet(it, style = MaterialTheme.typography.bodySmall) }
        }
    }
}

/** What signing for this person means; or why it can't be done here. */
@Composable
private fun For(
    party: PartyView,
    several: Boolean,
) {
    val words = LocalStrings.current
    val not = whyNot(party, words)
    val signs = party.signs
    when {
        not != null -> Panel(CardIcons.Info, not, null, AppTheme.card.ageing, tag = null, modifier = Modifier.padding(top = Space.Medium))
        party.child != null && several && signs is SignsView.Here -> {
            val until = signs.aloneFrom?.let { words.tripSignsForUntil(age = "$it", name = party.name) } ?: words.tripSignsFor(party.name)
            Quiet(until, Modifier.padding(start = Space.Tiny, top = Space.Medium).semantics { liveRegion = LiveRegionMode.Polite })
        }
    }
}
