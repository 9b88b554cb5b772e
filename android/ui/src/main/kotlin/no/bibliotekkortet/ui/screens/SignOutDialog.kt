package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.TickRow
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

/**
 * Says what signing out takes away and what stays, and asks; also whether the browser shall forget the person.
 *
 * @param later somebody is getting a card, and goes on with it another time.
 */
@Composable
internal fun SignOutDialog(
    later: Boolean = false,
    onConfirm: (browserToo: Boolean) -> Unit,
    onCancel: () -> Unit,
) {
    val words = LocalStrings.current
    var browserToo by rememberSaveable { mutableStateOf(false) }
    AskDialog(
        if (later) words.registerLaterTitle else words.signOutTitle,
        if (later) words.registerLaterText else words.signOutText,
        if (later) Choices(words.registerLaterConfirm, words.registerLaterCancel) else Choices(words.signOutConfirm, words.signOutCancel),
        DialogTags(Tags.SIGN_OUT_DIALOG, Tags.SIGN_OUT_CONFIRM, Tags.SIGN_OUT_CANCEL),
        onConfirm = { onConfirm(browserToo) },
        onCancel = onCancel,
    ) {
        TickRow(
            words.signOutBrowser,
            words.signOutBrowserHint,
            browserToo,
            { browserToo = it },
            Tags.SIGN_OUT_BROWSER,
            Modifier.padding(top = Space.Regular),
        )
    }
}
