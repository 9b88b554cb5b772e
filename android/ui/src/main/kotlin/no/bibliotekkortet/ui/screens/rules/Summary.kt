package no.bibliotekkortet.ui.screens.rules

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.Activation
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.SignedView
import no.bibliotekkortet.core.StopView
import no.bibliotekkortet.core.TripView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.acting
import no.bibliotekkortet.ui.children
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.deskCode
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** How the trip went, library by library: only what each has confirmed is called done. */
@Composable
internal fun Summary(
    trip: TripView,
    state: AppState,
    shell: ShellState,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    FramedPage(
        Tags.TRIP,
        actions::endTrip,
        modifier,
        head = { Spacer(Modifier.height(Space.Regular)) },
        foot = { Foot(state, shell, actions) },
    ) {
        Heading(
            words.tripSummary,
            Modifier.padding(horizontal = Space.Tiny, vertical = Space.Medium),
            MaterialTheme.typography.headlineSmall,
        )
        Sheet(Modifier.testTag(Tags.TRIP_SUMMARY)) {
            trip.stops.forEachIndexed { index, stop ->
                if (index > 0) Line()
                Result(stop, state, actions)
            }
        }
        if (trip.stops.any { it.receipt != null }) {
            QuietButton(
                words.tripReceipts,
                Tags.ME_RECEIPTS,
                { actions.open(Opened.RECEIPTS) },
                Modifier.fillMaxWidth().padding(top = Space.Medium),
                CardIcons.Receipt,
            )
        }
    }
}

/** The next child who got a card and whose rules are still to be read; or the end. */
@Composable
private fun Foot(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val wide = Modifier.fillMaxWidth()
    val next =
        shell.queue
            .orEmpty()
            .firstOrNull { it != state.actingFor }
            ?.let { id -> state.children.find { it.id == id } }
    if (next == null) {
        PrimaryButton(words.tripDone, Tags.TRIP_DONE, actions::endTrip, wide)
    } else {
        PrimaryButton(words.addChildrenNext(next.name), Tags.NEXT_CHILD, { actions.signForChild(next.id) }, wide)
        QuietButton(words.tripDone, Tags.TRIP_DONE, actions::endTrip, wide.padding(top = Space.Tiny))
    }
}

@Composable
private fun Result(
    stop: StopView,
    state: AppState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val (icon, text, color) = outcome(stop, state)
    val signed = signedAt(stop, state)
    val child = state.receipts.find { it.id == stop.receipt }?.child
    Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Tiny)) {
        Column(
            Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite },
            Arrangement.spacedBy(Space.Tiny),
        ) {
            FittingText(stop.library.name, MaterialTheme.typography.titleSmall)
            StatusLine(icon, text, color, style = MaterialTheme.typography.bodyMedium)
            child?.let { Quiet(words.receiptsForChild(it), style = MaterialTheme.typography.bodySmall) }
        }
        if (signed?.deskCode != null) {
            OutlineButton(
                words.tripShowCode,
                Tags.showDeskCode(stop.library.number),
                { actions.showDeskCode(stop.library.number) },
                Modifier.padding(top = Space.Small),
            )
        }
    }
}

private fun signedAt(
    stop: StopView,
    state: AppState,
): SignedView? =
    state.relations
        .find { it.profile.library.number == stop.library.number }
        ?.agreements
        ?.find { it.agreement == stop.agreement }
        ?.signed

/** For a child for whom nobody acts, this phone doesn't know what the library has confirmed: signed is what it is. */
@Composable
private fun outcome(
    stop: StopView,
    state: AppState,
): Triple<ImageVector, String, Color> {
    val words = LocalStrings.current
    val child = state.receipts.find { it.id == stop.receipt }?.child
    val waits = AppTheme.card.ageing.text
    val done = AppTheme.card.fresh.text
    return when {
        stop.receipt == null -> Triple(CardIcons.Info, words.tripSkipped, AppTheme.card.ended.text)
        stop.activation == Activation.IN_PERSON && signedAt(stop, state)?.confirmed != true ->
            Triple(CardIcons.Clock, words.tripWaitsDesk, waits)
        child != null && (child != state.acting?.name || signedAt(stop, state)?.confirmed != true) ->
            Triple(CardIcons.Check, words.tripSigned, done)
        child != null ->
            Triple(
                CardIcons.Check,
                if (stop.agreement == Agreement.STAFFLESS) words.tripHasStafflessChild(child) else words.tripMemberChild(child),
                done,
            )
        signedAt(stop, state)?.confirmed != true -> Triple(CardIcons.Clock, words.tripWaitsDigital, waits)
        stop.agreement == Agreement.STAFFLESS -> Triple(CardIcons.Check, words.tripHasStaffless, done)
        else -> Triple(CardIcons.Check, words.tripMember, done)
    }
}
