package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** One of two. */
class Option<T>(
    val value: T,
    val text: String,
    val tag: String,
)

/** Two ways, side by side; the chosen one has ground and a tick. */
@Composable
fun <T> Choice(
    label: String,
    options: List<Option<T>>,
    chosen: T,
    onChoose: (T) -> Unit,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
) {
    val shape = MaterialTheme.shapes.medium
    Row(
        modifier
            .fillMaxWidth()
            .clip(shape)
            .background(AppTheme.sheet)
            .border(1.dp, MaterialTheme.colorScheme.outline, shape)
            .padding(Space.Tiny)
            .selectableGroup()
            .semantics { contentDescription = label },
        horizontalArrangement = Arrangement.spacedBy(Space.Tiny),
    ) {
        options.forEach { option -> Half(option, option.value == chosen, enabled, Modifier.weight(1f)) { onChoose(option.value) } }
    }
}

@Composable
private fun <T> Half(
    option: Option<T>,
    chosen: Boolean,
    enabled: Boolean,
    modifier: Modifier,
    onChoose: () -> Unit,
) {
    val colors = MaterialTheme.colorScheme
    val ink = if (chosen) colors.onPrimaryContainer else colors.onSurface
    Box(
        modifier
            .clip(MaterialTheme.shapes.small)
            .background(if (chosen) colors.primaryContainer else Color.Transparent)
            .selectable(chosen, enabled, Role.RadioButton, onClick = onChoose)
            .heightIn(min = Space.Touch)
            .padding(horizontal = Space.Small, vertical = Space.Tiny)
            .testTag(option.tag),
        contentAlignment = Alignment.Center,
    ) {
        Row(verticalAlignment = Alignment.CenterVertically) {
            if (chosen && !largeText) WordIcon(CardIcons.Check, ink, Modifier.padding(end = Space.Small), size = 18.dp)
            FittingText(option.text, MaterialTheme.typography.labelLarge, Modifier.weight(1f, fill = false), color = ink)
        }
    }
}
