package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.text.LocalStrings

/** Says what signing out takes away and what stays, and asks. */
@Composable
internal fun SignOutDialog(
    onConfirm: () -> Unit,
    onCancel: () -> Unit,
) {
    val words = LocalStrings.current
    AlertDialog(
        onDismissRequest = onCancel,
        modifier = Modifier.testTag(Tags.SIGN_OUT_DIALOG),
        title = { Text(words.signOutTitle, style = MaterialTheme.typography.headlineSmall) },
        text = { Text(words.signOutText, Modifier.verticalScroll(rememberScrollState()), style = MaterialTheme.typography.bodyLarge) },
        confirmButton = { QuietButton(words.signOutConfirm, Tags.SIGN_OUT_CONFIRM, onConfirm) },
        dismissButton = { QuietButton(words.signOutCancel, Tags.SIGN_OUT_CANCEL, onCancel) },
        shape = MaterialTheme.shapes.extraLarge,
    )
}
