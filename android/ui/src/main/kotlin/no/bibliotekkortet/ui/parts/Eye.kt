package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

/** Shows what is typed as dots, or hides it again. */
@Composable
fun Eye(
    shown: Boolean,
    enabled: Boolean,
    tag: String,
    onChange: (Boolean) -> Unit,
) {
    val words = LocalStrings.current
    val spoken = if (shown) words.cardFormA11yHide else words.cardFormA11yShow
    TextButton(
        { onChange(!shown) },
        Modifier
            .padding(end = Space.Tiny)
            .heightIn(min = Space.Touch)
            .testTag(tag)
            .semantics { contentDescription = spoken },
        enabled = enabled,
        shape = MaterialTheme.shapes.small,
    ) { Text(if (shown) words.cardFormHide else words.cardFormShow, style = MaterialTheme.typography.labelLarge) }
}
