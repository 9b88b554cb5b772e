package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.rotate
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.collapse
import androidx.compose.ui.semantics.expand
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What few look for, folded away under its name. */
@Composable
fun Folded(
    title: String,
    tag: String?,
    modifier: Modifier = Modifier,
    content: @Composable ColumnScope.() -> Unit,
) {
    var open by rememberSaveable(title) { mutableStateOf(false) }
    Sheet(modifier) {
        Row(
            Modifier
                .fillMaxWidth()
                .clickable(role = Role.Button) { open = !open }
                .semantics { if (open) collapse { true.also { open = false } } else expand { true.also { open = true } } }
                .heightIn(min = Space.Touch)
                .padding(horizontal = Space.Regular, vertical = Space.Medium)
                .then(if (tag == null) Modifier else Modifier.testTag(tag)),
            verticalAlignment = Alignment.CenterVertically,
        ) {
            FittingText(title, MaterialTheme.typography.titleSmall, Modifier.weight(1f))
            WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, Modifier.rotate(if (open) UP else DOWN), size = 18.dp)
        }
        if (open) {
            Line()
            content()
        }
    }
}

private const val UP = -90f
private const val DOWN = 90f
