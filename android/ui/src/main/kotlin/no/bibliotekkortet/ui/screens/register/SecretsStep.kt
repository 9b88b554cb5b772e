package no.bibliotekkortet.ui.screens.register

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.RegistrationView
import no.bibliotekkortet.core.SecretRulesView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.screens.people.PasswordInput
import no.bibliotekkortet.ui.screens.people.PinInput
import no.bibliotekkortet.ui.screens.people.isWrong
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

/** A PIN, and a password for who wants one. */
@Composable
internal fun SecretsStep(
    draft: RegistrationView,
    rules: SecretRulesView,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val typed = shell.typed
    val pin = remember { FocusRequester() }
    val password = remember { FocusRequester() }
    var open by remember { mutableStateOf(typed.password.isNotEmpty()) }
    val wrong = isWrong(shell.refused, typed.pin to typed.password)
    val at = fault(shell, rules)
    LaunchedEffect(Unit) { if (trouble == null) pin.requestFocus() }
    val send = { if (typed.pin.isEmpty() && !draft.pinSet) pin.requestFocus() else actions.saveSecret() }
    RegisterFrame(
        StepPage(RegisterStep.SECRETS, words.registerSecretsTitle, words.secretPinText, Tags.REGISTER_SECRETS),
        actions,
        modifier,
        trouble = trouble,
        onField = { (if (at == Fault.PASSWORD) password else pin).requestFocus() },
        foot = { Next(words.registerNext, shell, { send() }) },
    ) {
        PinInput(rules, shell, pin, wrong && at != Fault.PASSWORD, { send() })
        if (open) {
            PasswordInput(rules, shell, password, wrong && at != Fault.PIN, { send() }, Modifier.padding(top = Space.Large))
        } else {
            QuietButton(
                words.secretPasswordOpen,
                Tags.PASSWORD_OPEN,
                { open = true },
                Modifier.fillMaxWidth().padding(top = Space.Medium),
                enabled = !shell.sending,
            )
        }
    }
}

private enum class Fault { PIN, PASSWORD, EITHER }

/** Which of the two it is: the length tells, and else the one that is there. */
private fun fault(
    shell: ShellState,
    rules: SecretRulesView,
): Fault {
    val typed = shell.typed
    return when {
        typed.password.isEmpty() || typed.pin.length != rules.pinDigits.toInt() -> Fault.PIN
        shell.refused is CardException.WrongLength -> Fault.PASSWORD
        else -> Fault.EITHER
    }
}
