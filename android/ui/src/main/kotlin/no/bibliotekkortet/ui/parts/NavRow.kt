package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** A row that leads somewhere: a sign, its name, and perhaps a line about what is there. */
@Composable
fun NavRow(
    icon: ImageVector?,
    name: String,
    tag: String,
    onClick: () -> Unit,
    modifier: Modifier = Modifier,
    hint: String? = null,
    tint: Color = MaterialTheme.colorScheme.primary,
    end: ImageVector? = CardIcons.Forward,
) {
    val quiet = MaterialTheme.colorScheme.onSurfaceVariant
    Row(
        modifier
            .fillMaxWidth()
            .clickable(role = Role.Button, onClick = onClick)
            .heightIn(min = 60.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(tag),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (icon != null && !largeText) WordIcon(icon, tint, Modifier.padding(end = Space.Regular))
        Column(Modifier.weight(1f)) {
            FittingText(name, MaterialTheme.typography.titleSmall)
            hint?.let { FittingText(it, MaterialTheme.typography.bodySmall, color = quiet) }
        }
        end?.let { WordIcon(it, quiet, Modifier.padding(start = Space.Small), size = 18.dp) }
    }
}

/** The line between two rows, from where their words begin. */
@Composable
fun RowLine() = Line(Modifier.padding(start = if (largeText) Space.Regular else 54.dp))
