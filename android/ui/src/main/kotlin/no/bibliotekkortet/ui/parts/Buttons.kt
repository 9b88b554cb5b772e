package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedButton
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space

private val Padding = PaddingValues(horizontal = 20.dp, vertical = 10.dp)

/**
 * The one thing to do: the only place of the accent.
 *
 * @param working it is being done: the button says so in its own place and can't be pressed again.
 * @param enabled false while something must be done first, which is said beside it.
 */
@Composable
fun PrimaryButton(
    text: String,
    tag: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    working: Boolean = false,
    enabled: Boolean = true,
) {
    val colors =
        with(MaterialTheme.colorScheme) {
            if (working) {
                ButtonDefaults.buttonColors(disabledContainerColor = primary, disabledContentColor = onPrimary)
            } else {
                ButtonDefaults.buttonColors(disabledContainerColor = surfaceContainerHighest, disabledContentColor = onSurfaceVariant)
            }
        }
    Button(
        onClick,
        modifier.heightIn(min = 56.dp).testTag(tag).semantics { if (working) liveRegion = LiveRegionMode.Polite },
        enabled = enabled && !working,
        shape = MaterialTheme.shapes.medium,
        colors = colors,
        contentPadding = Padding,
    ) {
        if (working) Pulse(LocalContentColor.current, Modifier.padding(end = Space.Medium), DpSize(28.dp, 16.dp), 2.dp)
        Label(text, icon)
    }
}

/** Something that can be done, in the colour of where it stands. */
@Composable
fun OutlineButton(
    text: String,
    tag: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    color: Color = MaterialTheme.colorScheme.primary,
    icon: ImageVector? = null,
) {
    OutlinedButton(
        onClick,
        modifier.heightIn(min = Space.Touch).testTag(tag),
        shape = MaterialTheme.shapes.medium,
        colors = ButtonDefaults.outlinedButtonColors(contentColor = color),
        border = BorderStroke(1.5.dp, color.copy(alpha = 0.55f)),
        contentPadding = Padding,
    ) { Label(text, icon) }
}

/** Something that can be done and seldom is. */
@Composable
fun QuietButton(
    text: String,
    tag: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    enabled: Boolean = true,
) {
    TextButton(
        onClick,
        modifier.heightIn(min = Space.Touch).testTag(tag),
        enabled = enabled,
        colors = ButtonDefaults.textButtonColors(disabledContentColor = MaterialTheme.colorScheme.onSurfaceVariant),
        shape = MaterialTheme.shapes.medium,
        contentPadding = Padding,
    ) { Label(text, icon) }
}

@Composable
private fun RowScope.Label(
    text: String,
    icon: ImageVector?,
) {
    icon?.let { WordIcon(it, LocalContentColor.current, Modifier.padding(end = Space.Small)) }
    FittingText(text, MaterialTheme.typography.labelLarge, Modifier.weight(1f, fill = false), align = TextAlign.Center)
}
