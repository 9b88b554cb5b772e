package no.bibliotekkortet.ui.screens

import androidx.compose.animation.core.animateFloatAsState
import androidx.compose.animation.core.tween
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.CardFrame
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.FaceColors
import no.bibliotekkortet.ui.theme.Motion
import no.bibliotekkortet.ui.theme.Rhythm
import no.bibliotekkortet.ui.theme.Space

/** The phone is being read: an empty page first, and the card's outline only when it takes long, so that a quick start doesn't blink. */
@Composable
fun LoadingScreen(
    trouble: Trouble?,
    modifier: Modifier = Modifier,
) {
    var waited by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) { waited = true }
    val shown by animateFloatAsState(if (waited) 1f else 0f, tween(Motion.Standard, delayMillis = Rhythm.SkeletonAfter))
    val scheme = MaterialTheme.colorScheme
    val outline =
        FaceColors(scheme.surfaceContainerHigh, scheme.surfaceContainer, scheme.onSurface, scheme.onSurfaceVariant, scheme.outlineVariant)
    Page(modifier.testTag(Tags.LOADING)) {
        trouble?.let { TroublePanel(it, Modifier.padding(top = Space.Regular)) }
        Spacer(Modifier.height(56.dp))
        CardFrame(outline, Modifier.graphicsLayer { alpha = shown }) {
            Text(
                LocalStrings.current.cardLoading,
                Modifier.padding(horizontal = 20.dp, vertical = Space.Regular).semantics {
                    heading()
                    liveRegion = LiveRegionMode.Polite
                },
                color = outline.muted,
                style = AppTheme.type.wordmark,
            )
        }
    }
}
