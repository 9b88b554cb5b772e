package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.largeText

/** The two ways out of a question. */
class Choices(
    val confirm: String,
    val cancel: String,
)

/** What tests find the question and its ways out by. */
class DialogTags(
    val dialog: String,
    val confirm: String,
    val cancel: String,
)

/** Says what will happen, and asks. [more] is what can be decided along with it. */
@Composable
fun AskDialog(
    title: String,
    text: String,
    choices: Choices,
    tags: DialogTags,
    onConfirm: () -> Unit,
    onCancel: () -> Unit,
    more: @Composable ColumnScope.() -> Unit = {},
) {
    val confirm = @Composable { QuietButton(choices.confirm, tags.confirm, onConfirm) }
    val cancel = @Composable { QuietButton(choices.cancel, tags.cancel, onCancel) }
    val large = largeText
    AlertDialog(
        onDismissRequest = onCancel,
        modifier = Modifier.testTag(tags.dialog),
        title = { FittingText(title, with(MaterialTheme.typography) { if (large) titleLarge else headlineSmall }) },
        text = {
            Column(Modifier.verticalScroll(rememberScrollState())) {
                Text(text, style = with(MaterialTheme.typography) { if (large) bodyMedium else bodyLarge })
                more()
            }
        },
        // Long words need a line of their own.
        confirmButton = {
            if (!large) return@AlertDialog confirm()
            Column(horizontalAlignment = Alignment.End) {
                confirm()
                cancel()
            }
        },
        dismissButton = cancel.takeUnless { large },
        shape = MaterialTheme.shapes.extraLarge,
    )
}
