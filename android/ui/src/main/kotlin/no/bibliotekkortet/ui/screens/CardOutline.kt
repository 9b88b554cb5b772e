package no.bibliotekkortet.ui.screens

import androidx.compose.animation.core.animateFloatAsState
import androidx.compose.animation.core.tween
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
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.parts.CardFrame
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.FaceColors
import no.bibliotekkortet.ui.theme.Motion
import no.bibliotekkortet.ui.theme.Rhythm
import no.bibliotekkortet.ui.theme.Space

/** The place of a card that isn't here. It comes up only when the wait is long, so that a quick start doesn't blink. */
@Composable
internal fun CardOutline(
    words: String,
    modifier: Modifier = Modifier,
    wordsModifier: Modifier = Modifier,
) {
    var waited by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) { waited = true }
    val shown by animateFloatAsState(if (waited) 1f else 0f, tween(Motion.Standard, delayMillis = Rhythm.SkeletonAfter))
    val scheme = MaterialTheme.colorScheme
    val outline =
        FaceColors(scheme.surfaceContainerHigh, scheme.surfaceContainer, scheme.onSurface, scheme.onSurfaceVariant, scheme.outlineVariant)
    CardFrame(outline, modifier.graphicsLayer { alpha = shown }, lifted = false) {
        Text(
            words,
            wordsModifier.padding(horizontal = 20.dp, vertical = Space.Regular).semantics { liveRegion = LiveRegionMode.Polite },
            color = outline.muted,
            style = AppTheme.type.wordmark,
        )
    }
}
