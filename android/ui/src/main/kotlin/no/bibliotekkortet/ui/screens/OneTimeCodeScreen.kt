package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.text.style.TextAlign
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.Space

private const val DIGITS = 6

/**
 * The service has sent a code and wants it.
 *
 * @param working it is being checked.
 */
@Composable
fun OneTimeCodeScreen(
    working: Boolean,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val field = remember { FocusRequester() }
    // Not kept over anything: a code is good once, and soon over.
    var code by remember { mutableStateOf("") }
    val send: () -> Unit = {
        if (code.length == DIGITS) {
            actions.giveOneTimeCode(code)
            code = ""
        } else {
            field.requestFocus()
        }
    }
    BackPage(words.oneTimeCodeTitle, Tags.ONE_TIME_CODE, actions::cancelSignIn, modifier) {
        FocusedTrouble(trouble, Modifier.padding(bottom = Space.Regular)) { field.requestFocus() }
        FittingText(
            words.oneTimeCodeText,
            MaterialTheme.typography.bodyLarge,
            Modifier.padding(start = Space.Tiny, end = Space.Tiny, bottom = Space.Large),
        )
        Field(
            words.oneTimeCodeLabel,
            code,
            { code = it.filter(Char::isDigit).take(DIGITS) },
            FieldKind.ONE_TIME_CODE,
            Tags.CODE_FIELD,
            field,
            enabled = !working,
            style = AppTheme.type.numberLarge.copy(textAlign = TextAlign.Center),
            onDone = send,
        )
        PrimaryButton(
            if (working) words.oneTimeCodeSubmitting else words.oneTimeCodeSubmit,
            Tags.SUBMIT,
            send,
            Modifier.fillMaxWidth().padding(top = Space.Large),
            working = working,
        )
        QuietButton(
            words.oneTimeCodeCancel,
            Tags.CANCEL_SIGN_IN,
            actions::cancelSignIn,
            Modifier.fillMaxWidth().padding(top = Space.Small),
        )
    }
}
