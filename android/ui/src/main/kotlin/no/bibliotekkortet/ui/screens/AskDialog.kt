package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.ui.parts.QuietButton

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
) = AlertDialog(
    onDismissRequest = onCancel,
    modifier = Modifier.testTag(tags.dialog),
    title = { Text(title, style = MaterialTheme.typography.headlineSmall) },
    text = {
        Column(Modifier.verticalScroll(rememberScrollState())) {
            Text(text, style = MaterialTheme.typography.bodyLarge)
            more()
        }
    },
    confirmButton = { QuietButton(choices.confirm, tags.confirm, onConfirm) },
    dismissButton = { QuietButton(choices.cancel, tags.cancel, onCancel) },
    shape = MaterialTheme.shapes.extraLarge,
)
