package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Another PIN, or another password: what it is for, and a field for it. */
@Composable
fun SecretScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val pin = shell.opened == Opened.PIN
    val focus = remember { FocusRequester() }
    BackPage(if (pin) words.secretPinTitle else words.secretPasswordTitle, if (pin) Tags.PIN else Tags.PASSWORD, actions::back, modifier) {
        FocusedTrouble(trouble, Modifier.padding(bottom = Space.Medium)) { focus.requestFocus() }
        if (shell.done) {
            Panel(
                CardIcons.Check,
                if (pin) words.secretPinChanged else words.secretPasswordChanged,
                words.secretChangedHint,
                AppTheme.card.fresh,
                Tags.SECRET_CHANGED,
            )
            PrimaryButton(words.secretBack, Tags.SUBMIT, actions::back, Modifier.fillMaxWidth().padding(top = Space.Large))
        } else {
            if (state.offline && trouble == null) Unchangeable(Modifier.padding(bottom = Space.Medium))
            Anew(state, shell, focus, trouble == null, actions)
        }
    }
}

@Composable
private fun Anew(
    state: AppState,
    shell: ShellState,
    focus: FocusRequester,
    focused: Boolean,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val typed = shell.typed
    val pin = shell.opened == Opened.PIN
    val secret = if (pin) typed.pin else typed.password
    val wrong = isWrong(shell.refused, secret)
    LaunchedEffect(Unit) { if (focused) focus.requestFocus() }
    val send = { if (secret.isEmpty()) focus.requestFocus() else actions.saveSecret() }
    Quiet(
        if (pin) words.secretPinText else words.secretPasswordText,
        Modifier.padding(start = Space.Tiny, end = Space.Tiny, bottom = Space.Large),
    )
    if (pin) {
        PinInput(state.secretRules, shell, focus, wrong, { send() })
    } else {
        PasswordInput(state.secretRules, shell, focus, wrong, { send() })
    }
    val save = if (pin) words.secretPinSave else words.secretPasswordSave
    PrimaryButton(
        if (shell.sending) words.secretSaving else save,
        Tags.SECRET_SAVE,
        { send() },
        Modifier.fillMaxWidth().padding(top = Space.Large),
        working = shell.sending,
    )
}
