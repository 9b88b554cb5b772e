package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.parts.CardFrame
import no.bibliotekkortet.ui.parts.late
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.FaceColors
import no.bibliotekkortet.ui.theme.Space

/** The place of a card that isn't here. It comes up only when the wait is long, so that a quick start doesn't blink. */
@Composable
internal fun CardOutline(
    words: String,
    modifier: Modifier = Modifier,
    wordsModifier: Modifier = Modifier,
) {
    val scheme = MaterialTheme.colorScheme
    val outline =
        FaceColors(scheme.surfaceContainerHigh, scheme.surfaceContainer, scheme.onSurface, scheme.onSurfaceVariant, scheme.outlineVariant)
    CardFrame(outline, modifier.late(), lifted = false) {
        Text(
            words,
            wordsModifier.padding(horizontal = 20.dp, vertical = Space.Regular).semantics { liveRegion = LiveRegionMode.Polite },
            color = outline.muted,
            style = AppTheme.type.wordmark,
        )
    }
}
