package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space

private const val ROWS = 3

/** The place of a list while it is fetched; it comes only when the wait is long. */
@Composable
fun ListOutline(
    words: String,
    tag: String,
    modifier: Modifier = Modifier,
    rows: Int = ROWS,
) {
    Column(modifier.late().testTag(tag)) {
        Quiet(words, Modifier.padding(start = Space.Tiny, bottom = Space.Medium).semantics { liveRegion = LiveRegionMode.Polite })
        Sheet {
            repeat(rows) { row ->
                if (row > 0) Line()
                Column(Modifier.padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
                    Bone(0.45f, 14.dp)
                    Bone(0.7f, 10.dp)
                    Bone(0.6f, 10.dp)
                }
            }
        }
    }
}

/** The place of a line of text. */
@Composable
fun Bone(
    share: Float,
    height: Dp,
) = Box(
    Modifier
        .fillMaxWidth(share)
        .height(height)
        .clip(MaterialTheme.shapes.extraSmall)
        .background(MaterialTheme.colorScheme.surfaceContainerHigh),
)
