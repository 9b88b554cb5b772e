package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.ui.theme.Space
import no.bibliotekkortet.ui.theme.StatusColors

/** A quiet message on a tinted ground: an icon, words, and perhaps a thing to do. Read aloud when it comes. */
@Composable
fun Notice(
    icon: ImageVector,
    text: String,
    colors: StatusColors,
    tag: String,
    modifier: Modifier = Modifier,
    more: @Composable ColumnScope.() -> Unit = {},
) {
    Row(
        modifier
            .fillMaxWidth()
            .clip(MaterialTheme.shapes.medium)
            .background(colors.container)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(tag),
    ) {
        WordIcon(icon, colors.text, Modifier.padding(end = Space.Medium))
        Column {
            Text(
                text,
                Modifier.semantics { liveRegion = LiveRegionMode.Polite },
                color = colors.text,
                style = MaterialTheme.typography.bodyMedium,
            )
            more()
        }
    }
}
