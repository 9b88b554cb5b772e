package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.SignInForm
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Choice
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
            trailing = { Eye(shown, enabled) { shown = it } },
        )
    }
}

@Composable
private fun Eye(
    shown: Boolean,
    enabled: Boolean,
    onChange: (Boolean) -> Unit,
) {
    val words = LocalStrings.current
    val spoken = if (shown) words.cardFormA11yHide else words.cardFormA11yShow
    TextButton(
        { onChange(!shown) },
        Modifier
            .padding(end = Space.Tiny)
            .heightIn(min = Space.Touch)
            .testTag(Tags.SECRET_SHOW)
            .semantics { contentDescription = spoken },
        enabled = enabled,
        shape = MaterialTheme.shapes.small,
    ) { Text(if (shown) words.cardFormHide else words.cardFormShow, style = MaterialTheme.typography.labelLarge) }
}
