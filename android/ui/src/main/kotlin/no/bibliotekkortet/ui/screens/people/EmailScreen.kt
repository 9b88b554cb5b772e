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
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

/** Another e-mail address: first the address, then the code that came there. */
@Composable
fun EmailScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val waiting = state.contact?.newEmail?.takeIf { shell.step != RegisterStep.EMAIL }
    val focus = remember(waiting == null) { FocusRequester() }
    BackPage(if (waiting == null) words.emailChangeTitle else words.emailCodeTitle, Tags.EMAIL, actions::back, modifier) {
        FocusedTrouble(trouble, Modifier.padding(bottom = Space.Medium)) { focus.requestFocus() }
        if (waiting == null) {
            Another(shell, focus, trouble == null, actions)
        } else {
            CodeEntry(waiting, words.registerNext, Tags.EMAIL_SEND, shell, focus, trouble == null, actions)
        }
    }
}

@Composable
private fun Another(
    shell: ShellState,
    focus: FocusRequester,
    focused: Boolean,
    actions: AppActions,
) {
    val words = LocalStrings.current
    LaunchedEffect(Unit) { if (focused) focus.requestFocus() }
    val send = { if (shell.typed.email.isNullOrBlank()) focus.requestFocus() else actions.sendEmail() }
    Quiet(words.emailChangeText, Modifier.padding(start = Space.Tiny, end = Space.Tiny, bottom = Space.Large))
    EmailField(null, shell, focus, { send() })
    PrimaryButton(
        if (shell.sending) words.emailCodeSending else words.emailChangeSend,
        Tags.EMAIL_SEND,
        { send() },
        Modifier.fillMaxWidth().padding(top = Space.Large),
        working = shell.sending,
    )
}
