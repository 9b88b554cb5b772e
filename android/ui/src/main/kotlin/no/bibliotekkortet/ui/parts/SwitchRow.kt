package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.TextStyle
import no.bibliotekkortet.ui.theme.Space

/** Something that is on or off, with a line that says what it means. The whole row is the switch. */
@Composable
fun SwitchRow(
    title: String,
    hint: String,
    on: Boolean,
    onChange: (Boolean) -> Unit,
    tag: String,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
    style: TextStyle = MaterialTheme.typography.titleSmall,
) = Row(
    modifier
        .fillMaxWidth()
        .toggleable(on, enabled = enabled, role = Role.Switch, onValueChange = onChange)
        .heightIn(min = Space.Touch)
        .padding(horizontal = Space.Regular, vertical = Space.Medium)
        .testTag(tag),
    Arrangement.spacedBy(Space.Regular),
    Alignment.CenterVertically,
) {
    Words(title, hint, style, Modifier.weight(1f))
    Switch(on, onCheckedChange = null, enabled = enabled)
}

/** Something to go along with a decision. */
@Composable
fun TickRow(
    title: String,
    hint: String,
    ticked: Boolean,
    onChange: (Boolean) -> Unit,
    tag: String,
    modifier: Modifier = Modifier,
) = Row(
    modifier
        .fillMaxWidth()
        .toggleable(ticked, role = Role.Checkbox, onValueChange = onChange)
        .heightIn(min = Space.Touch)
        .padding(vertical = Space.Small)
        .testTag(tag),
    Arrangement.spacedBy(Space.Medium),
) {
    Checkbox(ticked, onCheckedChange = null)
    Words(title, hint, MaterialTheme.typography.bodyMedium, Modifier.weight(1f))
}

@Composable
private fun Words(
    title: String,
    hint: String,
    style: TextStyle,
    modifier: Modifier,
) = Column(modifier, Arrangement.spacedBy(Space.Hair)) {
    // A menu asks for the sizes of its items beforehand, which fitting text can't tell.
    Text(title, style = style)
    Text(hint, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodySmall)
}
