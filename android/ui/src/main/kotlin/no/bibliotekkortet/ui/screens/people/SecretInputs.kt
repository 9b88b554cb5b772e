package no.bibliotekkortet.ui.screens.people

import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.SecretRulesView
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Eye
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.text.LocalStrings

/** A new PIN: dots until the person asks to see it, which nothing remembers. */
@Composable
internal fun PinInput(
    rules: SecretRulesView,
    shell: ShellState,
    focus: FocusRequester,
    wrong: Boolean,
    onDone: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    var shown by remember { mutableStateOf(false) }
    val digits = rules.pinDigits.toInt()
    Field(
        words.secretPinLabel,
        shell.typed.pin,
        { shell.typed.pin = it.filter(Char::isDigit).take(digits) },
        FieldKind.NEW_PIN,
        Tags.PIN_FIELD,
        focus,
        modifier,
        hint = words.secretPinRules("$digits"),
        enabled = !shell.sending,
        hidden = !shown,
        wrong = wrong,
        onDone = onDone,
        trailing = { Eye(shown, !shell.sending, Tags.PIN_SHOW) { shown = it } },
    )
}

/** A new password. */
@Composable
internal fun PasswordInput(
    rules: SecretRulesView,
    shell: ShellState,
    focus: FocusRequester,
    wrong: Boolean,
    onDone: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    var shown by remember { mutableStateOf(false) }
    Field(
        words.secretPasswordLabel,
        shell.typed.password,
        { shell.typed.password = it },
        FieldKind.NEW_PASSWORD,
        Tags.PASSWORD_FIELD,
        focus,
        modifier,
        hint = words.secretPasswordRules("${rules.passwordLeast}"),
        enabled = !shell.sending,
        hidden = !shown,
        wrong = wrong,
        onDone = onDone,
        trailing = { Eye(shown, !shell.sending, Tags.PASSWORD_SHOW) { shown = it } },
    )
}
