package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextRange
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.TextFieldValue
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.fieldColors
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The line to search on, and the way to put the nearest first where the device knows its place. */
@Composable
internal fun Search(
    shell: ShellState,
    actions: AppActions,
    focused: Boolean = true,
) {
    val words = LocalStrings.current
    val focus = remember { FocusRequester() }
    // The letters are here at once; what they find comes when it comes.
    var typed by remember { mutableStateOf(TextFieldValue(shell.query, TextRange(shell.query.length))) }
    LaunchedEffect(Unit) { if (focused) focus.requestFocus() }
    val change = { value: TextFieldValue ->
        val other = value.text != typed.text
        typed = value
        if (other) actions.find(value.text)
    }
    if (largeText) {
        FittingText(
            words.findLabel,
            MaterialTheme.typography.titleSmall,
            Modifier.padding(
                Space.Tiny,
            ),
            Modifier.clearAndSetSemantics {
            },
        )
    }
    OutlinedTextField(
        typed,
        change,
        Modifier
            .fillMaxWidth()
            .focusRequester(focus)
            .testTag(Tags.SEARCH_FIELD)
            .semantics { contentDescription = words.findLabel },
        singleLine = true,
        textStyle = MaterialTheme.typography.bodyLarge,
        placeholder = {
            if (!largeText) Text(words.findLabel, Modifier.clearAndSetSemantics {}, style = MaterialTheme.typography.bodyMedium)
        },
        leadingIcon = if (largeText) null else ({ WordIcon(CardIcons.Search, MaterialTheme.colorScheme.onSurfaceVariant) }),
        trailingIcon = {
            if (typed.text.isNotEmpty()) {
                IconButton({ change(TextFieldValue()) }, Modifier.size(Space.Touch).testTag(Tags.SEARCH_CLEAR)) {
                    Icon(CardIcons.Close, words.findClear, Modifier.size(20.dp))
                }
            }
        },
        shape = MaterialTheme.shapes.medium,
        colors = fieldColors(),
        keyboardOptions = KeyboardOptions(autoCorrectEnabled = false, imeAction = ImeAction.Search),
        keyboardActions = KeyboardActions(onSearch = { actions.find(typed.text) }),
    )
    if (shell.canLocate) {
        QuietButton(
            if (shell.locating) words.findNearBusy else words.findNear,
            Tags.NEAR_ME,
            actions::locate,
            Modifier.padding(top = Space.Tiny),
            enabled = !shell.locating,
        )
        if (shell.lost) {
            Quiet(
                words.findNearFailed,
                Modifier.padding(horizontal = Space.Tiny).semantics { liveRegion = LiveRegionMode.Polite },
            )
        }
    }
}
