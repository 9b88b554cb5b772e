package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space

/**
 * One of several, each on a row of its own.
 *
 * @property hint a line about what it means.
 */
class Way<T>(
    val value: T,
    val text: String,
    val tag: String,
    val hint: String? = null,
)

/** Several ways, one under the other, of which one is taken. */
@Composable
fun <T> Ways(
    label: String,
    ways: List<Way<T>>,
    chosen: T,
    onChoose: (T) -> Unit,
    modifier: Modifier = Modifier,
    enabled: Boolean = true,
) = Sheet(modifier) {
    Column(Modifier.selectableGroup().semantics { contentDescription = label }) {
        ways.forEachIndexed { index, way ->
            if (index > 0) Line()
            Row(
                Modifier
                    .fillMaxWidth()
                    .selectable(way.value == chosen, enabled, Role.RadioButton) { onChoose(way.value) }
                    .heightIn(min = 56.dp)
                    .padding(horizontal = Space.Regular, vertical = Space.Small)
                    .testTag(way.tag),
                Arrangement.spacedBy(Space.Medium),
                Alignment.CenterVertically,
            ) {
                RadioButton(way.value == chosen, onClick = null, enabled = enabled)
                Words(way.text, way.hint, Modifier.weight(1f))
            }
        }
    }
}

/** One of several that may be taken together. */
@Composable
fun PickRow(
    text: String,
    hint: String?,
    picked: Boolean,
    tag: String,
    onPick: () -> Unit,
    modifier: Modifier = Modifier,
    spoken: String? = null,
    enabled: Boolean = true,
) = Row(
    modifier
        .fillMaxWidth()
        .toggleable(picked, enabled, Role.Checkbox) { onPick() }
        .semantics { spoken?.let { contentDescription = it } }
        .heightIn(min = 60.dp)
        .padding(horizontal = Space.Regular, vertical = Space.Medium)
        .testTag(tag),
    Arrangement.spacedBy(Space.Medium),
    Alignment.CenterVertically,
) {
    Checkbox(picked, onCheckedChange = null, enabled = enabled)
    Words(text, hint, Modifier.weight(1f))
}

@Composable
private fun Words(
    text: String,
    hint: String?,
    modifier: Modifier,
) = Column(modifier, Arrangement.spacedBy(Space.Hair)) {
    FittingText(text, MaterialTheme.typography.titleSmall)
    hint?.let { Quiet(it, style = MaterialTheme.typography.bodySmall) }
}
