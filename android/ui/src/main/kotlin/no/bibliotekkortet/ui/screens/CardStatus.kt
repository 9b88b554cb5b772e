package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleTone
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Pulse
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.faceWords
import no.bibliotekkortet.ui.text.freshness
import no.bibliotekkortet.ui.text.shownUntil
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space
import no.bibliotekkortet.ui.theme.StatusColors

/** How fresh the card is, whether there is network, and the thing to do about either. */
@Composable
internal fun CardStatus(
    card: CardView,
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Sheet(modifier) {
        Freshness(card, moments)
        if (state.offline && trouble?.tone != TroubleTone.OFFLINE) {
            Line()
            Offline(if (card.barcode == null) words.cardOfflineNoCode else words.cardOffline)
        }
        Line()
        if (state.needsSignIn) {
            Column(Modifier.padding(Space.Regular)) {
                Text(words.cardNeedsSignIn, style = MaterialTheme.typography.bodyMedium)
                PrimaryButton(
                    words.cardSignInAgain,
                    Tags.SIGN_IN_AGAIN,
                    { actions.signIn(Door.ID_PORTEN) },
                    Modifier.fillMaxWidth().padding(top = Space.Medium),
                )
            }
        } else {
            QuietButton(
                if (state.refreshing) words.cardRefreshing else words.cardRefresh,
                Tags.REFRESH,
                actions::refresh,
                Modifier.fillMaxWidth().padding(vertical = Space.Tiny),
                CardIcons.Refresh,
                enabled = !state.refreshing,
            )
        }
    }
}

@Composable
private fun Freshness(
    card: CardView,
    moments: Moments,
) {
    val words = LocalStrings.current
    val colors = statusColors(card.face)
    Beside({ Pulse(colors.text) }) {
        Column {
            Text(
                freshness(card, words, moments),
                Modifier.testTag(Tags.FRESHNESS).semantics {
                    liveRegion = LiveRegionMode.Polite
                    stateDescription = faceWords(card.face, words)
                },
                color = colors.text,
                style = AppTheme.type.freshness,
            )
            shownUntil(card, words, moments)?.let {
                Text(
                    it,
                    Modifier.padding(top = Space.Hair),
                    MaterialTheme.colorScheme.onSurfaceVariant,
                    style = MaterialTheme.typography.bodyMedium,
                )
            }
        }
    }
}

@Composable
private fun Offline(text: String) {
    val colors = AppTheme.card.offline
    Beside({ WordIcon(CardIcons.Offline, colors.text) }) {
        Text(
            text,
            Modifier.testTag(Tags.OFFLINE).semantics { liveRegion = LiveRegionMode.Polite },
            color = colors.text,
            style = AppTheme.type.freshness,
        )
    }
}

/** A sign with words at its side; large words go under it. */
@Composable
private fun Beside(
    sign: @Composable () -> Unit,
    words: @Composable () -> Unit,
) {
    val room = Modifier.padding(horizontal = Space.Regular, vertical = 14.dp)
    if (largeText) {
        Column(room, verticalArrangement = Arrangement.spacedBy(Space.Small)) {
            sign()
            words()
        }
    } else {
        Row(room, Arrangement.spacedBy(14.dp), Alignment.CenterVertically) {
            Box(Modifier.width(SignWidth), contentAlignment = Alignment.Center) { sign() }
            words()
        }
    }
}

private val SignWidth = 34.dp

@Composable
private fun Line() = HorizontalDivider(color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))

@Composable
private fun statusColors(face: CardFace): StatusColors =
    when (face) {
        CardFace.FRESH -> AppTheme.card.fresh
        CardFace.AGEING -> AppTheme.card.ageing
        CardFace.STALE -> AppTheme.card.stale
        CardFace.EXPIRED -> AppTheme.card.stale
        CardFace.ENDED, CardFace.BLOCKED -> AppTheme.card.ended
    }
