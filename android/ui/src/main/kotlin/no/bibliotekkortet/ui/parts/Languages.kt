package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.style.TextDecoration
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.languages
import no.bibliotekkortet.ui.theme.Space

/** All languages in their own names, side by side: nobody has to find a menu in a language that they don't read. */
@Composable
fun Languages(
    onChoose: (String) -> Unit,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    FlowRow(
        modifier.fillMaxWidth().selectableGroup().semantics { contentDescription = words.meLanguage },
        horizontalArrangement = Arrangement.Center,
    ) {
        languages.forEach { language ->
            val chosen = language.code == words.languageCode
            Box(
                Modifier
                    .clip(MaterialTheme.shapes.small)
                    .selectable(chosen, role = Role.RadioButton) { onChoose(language.code) }
                    .heightIn(min = Space.Touch)
                    .widthIn(min = Space.Touch)
                    .padding(horizontal = Space.Small + Space.Hair)
                    .testTag(Tags.language(language.code)),
                contentAlignment = Alignment.Center,
            ) {
                Text(
                    language.name,
                    color = if (chosen) MaterialTheme.colorScheme.onSurface else MaterialTheme.colorScheme.onSurfaceVariant,
                    fontWeight = if (chosen) FontWeight.SemiBold else FontWeight.Normal,
                    textDecoration = if (chosen) TextDecoration.Underline else null,
                    style = MaterialTheme.typography.bodyMedium,
                )
            }
        }
    }
}
