package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space
import no.bibliotekkortet.ui.theme.StatusColors

/** Nothing is here: a picture, one sentence, and perhaps what to do. */
@Composable
fun Empty(
    icon: ImageVector,
    title: String,
    text: String?,
    tag: String,
    modifier: Modifier = Modifier,
) = Column(
    modifier.fillMaxWidth().padding(horizontal = Space.Regular, vertical = Space.Huge).testTag(tag),
    horizontalAlignment = Alignment.CenterHorizontally,
) {
    Box(
        Modifier.size(88.dp).clip(CircleShape).background(MaterialTheme.colorScheme.primaryContainer),
        contentAlignment = Alignment.Center,
    ) { Icon(icon, null, Modifier.size(40.dp), MaterialTheme.colorScheme.onPrimaryContainer) }
    FittingText(title, MaterialTheme.typography.titleMedium, Modifier.padding(top = Space.Regular), align = TextAlign.Center)
    text?.let {
        FittingText(
            it,
            MaterialTheme.typography.bodyMedium,
            Modifier.padding(top = Space.Tiny),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            align = TextAlign.Center,
        )
    }
}

/** Something that waits for the person: what, why, and the button for it. */
@Composable
fun Panel(
    icon: ImageVector,
    title: String,
    text: String?,
    colors: StatusColors,
    tag: String?,
    modifier: Modifier = Modifier,
    button: @Composable ColumnScope.() -> Unit = {},
) = Column(
    modifier
        .fillMaxWidth()
        .clip(MaterialTheme.shapes.large)
        .background(colors.container)
        .padding(Space.Regular)
        .then(if (tag == null) Modifier else Modifier.testTag(tag)),
) {
    Row {
        if (!largeText) WordIcon(icon, colors.text, Modifier.padding(end = Space.Medium, top = 1.dp))
        Column(Modifier.weight(1f)) {
            FittingText(title, MaterialTheme.typography.titleSmall, color = colors.text)
            text?.let {
                FittingText(
                    it,
                    MaterialTheme.typography.bodyMedium,
                    Modifier.padding(top = Space.Hair),
                    color = MaterialTheme.colorScheme.onSurface,
                )
            }
        }
    }
    button()
}
