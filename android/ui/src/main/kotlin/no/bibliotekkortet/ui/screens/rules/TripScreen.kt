package no.bibliotekkortet.ui.screens.rules

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableIntStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.runtime.snapshotFlow
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.onGloballyPositioned
import androidx.compose.ui.layout.positionInParent
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.flow.first
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.TripView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.Bone
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Segments
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.late
import no.bibliotekkortet.ui.screens.AskDialog
import no.bibliotekkortet.ui.screens.Choices
import no.bibliotekkortet.ui.screens.DialogTags
import no.bibliotekkortet.ui.screens.me.Saved
import no.bibliotekkortet.ui.shell.isOver
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Reading and signing, one library after the other; it has its own way out and says how far one is. */
@Composable
fun TripScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val trip = state.trip
    if (trip != null && trip.isOver) {
        Summary(trip, state, shell, actions, modifier)
    } else {
        Stop(trip, shell, moments, trouble, actions, modifier)
    }
    if (shell.opened == Opened.END_TRIP) {
        val signed = trip?.stops.orEmpty().any { it.receipt != null }
        AskDialog(
            words.tripEndTitle,
            if (signed) words.tripEndText else words.tripEndTextNone,
            Choices(words.tripEndConfirm, words.tripEndCancel),
            DialogTags(Tags.END_TRIP_DIALOG, Tags.END_TRIP_CONFIRM, Tags.END_TRIP_CANCEL),
            onConfirm = actions::endTrip,
            onCancel = actions::back,
        )
    }
}

/** The open stop: its text, when that is here, and what is to be done with it. */
@Composable
private fun Stop(
    trip: TripView?,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val scroll = rememberScrollState()
    val stop = trip?.let { it.stops[it.at.toInt()] }
    val rules = trip?.rules
    LaunchedEffect(trip?.at, rules?.sha256) { scroll.scrollTo(0) }
    var end by remember(rules?.sha256) { mutableIntStateOf(Int.MAX_VALUE) }
    if (stop != null && rules != null && !stop.read) ReadToTheEnd(scroll, rules.sha256, { end }, actions::haveRead)
    FramedPage(Tags.TRIP, actions::closeTrip, modifier, scroll, head = { TripBar(trip, actions::closeTrip) }) {
        Heading(
            stop?.library?.name ?: words.tripTitle,
            Modifier.padding(start = Space.Tiny, top = Space.Small),
            MaterialTheme.typography.headlineSmall,
        )
        if (stop != null) Masthead(stop, rules, shell, moments, actions)
        trouble?.let { TroublePanel(it, Modifier.padding(top = Space.Medium)) }
        when {
            rules != null && trip != null && stop != null -> {
                rules.changes?.let { WhatsNew(it, rules, stop.agreement, moments) }
                RulesText(rules, shell.textStep, scroll)
                Spacer(Modifier.onGloballyPositioned { end = it.positionInParent().y.toInt() })
                KeepRules(stop.library.name, shell, actions)
                Signing(trip, stop, actions)
            }
            trouble == null -> TextOutline(words.tripFetching)
            trip != null && trip.stops.size > 1 -> Skip(actions)
        }
    }
}

/** The text as the library published it, to keep. */
@Composable
private fun KeepRules(
    library: String,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val spoken = words.tripA11yKeep(library)
    QuietButton(
        words.tripKeep,
        Tags.KEEP_RULES,
        actions::keepRules,
        Modifier.fillMaxWidth().padding(top = Space.Medium).semantics { contentDescription = spoken },
        CardIcons.Document,
    )
    Saved(shell)
}

/** Whoever scrolls to the [end] of the text has read it; a text that needs no scrolling asks to be told so. */
@Composable
private fun ReadToTheEnd(
    scroll: ScrollState,
    text: String,
    end: () -> Int,
    onRead: () -> Unit,
) {
    LaunchedEffect(text) {
        snapshotFlow { scroll.value > 0 && scroll.value + scroll.viewportSize >= end() }.first { it }
        onRead()
    }
}

/** The way out, and how far one is. */
@Composable
private fun TripBar(
    trip: TripView?,
    onClose: () -> Unit,
) {
    val words = LocalStrings.current
    Row(
        Modifier.fillMaxWidth().padding(vertical = Space.Tiny),
        Arrangement.spacedBy(Space.Medium),
        Alignment.CenterVertically,
    ) {
        IconButton(onClose, Modifier.size(Space.Touch).testTag(Tags.TRIP_CLOSE)) { Icon(CardIcons.Close, words.tripClose) }
        if (trip == null || trip.stops.size < 2) return@Row
        val (n, m) = trip.at.toInt() + 1 to trip.stops.size
        val spoken = words.tripA11yProgress(n = "$n", m = "$m")
        Segments(n, m, Modifier.weight(1f))
        Text(
            words.tripProgress(n = "$n", m = "$m"),
            Modifier.testTag(Tags.TRIP_PROGRESS).semantics {
                contentDescription = spoken
                liveRegion = LiveRegionMode.Polite
            },
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.labelMedium,
        )
    }
}

/** The place of a text while it is fetched. */
@Composable
private fun TextOutline(words: String) {
    Column(
        Modifier.late().padding(top = Space.Large, start = Space.Tiny).testTag(Tags.TRIP_LOADING),
        Arrangement.spacedBy(Space.Medium),
    ) {
        Quiet(words, Modifier.semantics { liveRegion = LiveRegionMode.Polite })
        listOf(0.4f, 0.95f, 0.9f, 0.7f, 0.35f, 0.92f, 0.96f, 0.5f).forEach { Bone(it, if (it < 0.45f) 18.dp else 12.dp) }
    }
}
