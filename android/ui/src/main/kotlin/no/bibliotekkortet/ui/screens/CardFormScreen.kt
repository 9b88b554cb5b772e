package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.SignInForm
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleField
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.SwitchRow
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

/**
 * The door for lånenummer or fødselsnummer, with PIN or password.
 *
 * @param working it is being sent: everything stays in its place, the button says so, and back gives up.
 */
@Composable
fun CardFormScreen(
    form: SignInForm,
    working: Boolean,
    forgot: Boolean,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val number = remember { FocusRequester() }
    val secret = remember { FocusRequester() }
    val send: () -> Unit = {
        when {
            form.number.isBlank() -> number.requestFocus()
            form.secret.isEmpty() -> secret.requestFocus()
            else -> actions.signInWithCard()
        }
    }
    BackPage(words.cardFormTitle, Tags.CARD_FORM, { if (working) actions.cancelSignIn() else actions.open(Opened.NOTHING) }, modifier) {
        FocusedTrouble(trouble, Modifier.padding(bottom = Space.Regular)) { field ->
            if (field == TroubleField.NUMBER) number.requestFocus() else secret.requestFocus()
        }
        Field(
            words.signInNumber,
            form.number,
            { form.number = it },
            FieldKind.USER,
            Tags.NUMBER_FIELD,
            number,
            hint = words.cardFormNumberHint,
            enabled = !working,
        )
        SecretField(form, secret, !working, send, Modifier.padding(top = Space.Large))
        Sheet(Modifier.padding(top = Space.Large)) {
            SwitchRow(
                words.cardFormRemember,
                words.cardFormRememberHint,
                form.remember,
                { form.remember = it },
                Tags.REMEMBER,
                enabled = !working,
            )
        }
        PrimaryButton(
            if (working) words.cardFormSubmitting else words.cardFormSubmit,
            Tags.SUBMIT,
            send,
            Modifier.fillMaxWidth().padding(top = Space.Large),
            working = working,
        )
        QuietButton(
            words.cardFormForgot,
            Tags.FORGOT,
            { actions.open(Opened.FORGOT) },
            Modifier.fillMaxWidth().padding(top = Space.Small),
            enabled = !working,
        )
    }
    if (forgot && !working) {
        AskDialog(
            words.cardFormForgotTitle,
            words.cardFormForgotText,
            Choices(words.cardFormIdPorten, words.cardFormForgotCancel),
            DialogTags(Tags.FORGOT_DIALOG, Tags.FORGOT_ID_PORTEN, Tags.FORGOT_CANCEL),
            onConfirm = { actions.signIn(Door.ID_PORTEN) },
            onCancel = { actions.open(Opened.CARD_FORM) },
        )
    }
}
