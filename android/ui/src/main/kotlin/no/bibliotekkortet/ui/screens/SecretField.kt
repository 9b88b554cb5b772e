package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.SignInForm
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Choice
import no.bibliotekkortet.ui.parts.Eye
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.parts.Option
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

private const val PIN_DIGITS = 4

/** PIN or password: the choice, and a field that fits it. What is shown is dots until the person asks to see it. */
@Composable
internal fun SecretField(
    form: SignInForm,
    focus: FocusRequester,
    enabled: Boolean,
    onDone: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    var shown by remember(form.kind) { mutableStateOf(false) }
    val pin = form.kind == SecretKind.PIN
    Column(modifier) {
        Choice(
            words.cardFormKind,
            listOf(
                Option(SecretKind.PIN, words.cardFormPin, Tags.KIND_PIN),
                Option(SecretKind.PASSWORD, words.cardFormPassword, Tags.KIND_PASSWORD),
            ),
            form.kind,
            form::choose,
            Modifier.padding(bottom = Space.Regular),
            enabled,
        )
        Field(
            if (pin) words.cardFormPinLabel else words.cardFormPassword,
            form.secret,
            { form.secret = if (pin) it.filter(Char::isDigit).take(PIN_DIGITS) else it },
            if (pin) FieldKind.PIN else FieldKind.PASSWORD,
            Tags.SECRET_FIELD,
            focus,
            hint = if (pin) words.cardFormPinHint else words.cardFormPasswordHint,
            enabled = enabled,
            hidden = !shown,
            onDone = onDone,
            trailing = { Eye(shown, enabled, Tags.SECRET_SHOW) { shown = it } },
        )
    }
}
