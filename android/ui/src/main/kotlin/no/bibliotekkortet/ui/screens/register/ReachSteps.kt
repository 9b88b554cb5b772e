package no.bibliotekkortet.ui.screens.register

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.RegistrationView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.screens.people.CodeEntry
import no.bibliotekkortet.ui.screens.people.EmailField
import no.bibliotekkortet.ui.screens.people.ReachFields
import no.bibliotekkortet.ui.text.LocalStrings

/** An e-mail address, to which a code is sent. */
@Composable
internal fun EmailStep(
    draft: RegistrationView,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val focus = remember { FocusRequester() }
    LaunchedEffect(Unit) { if (trouble == null) focus.requestFocus() }
    val send = { if ((shell.typed.email ?: draft.email).isNullOrBlank()) focus.requestFocus() else actions.sendEmail() }
    RegisterFrame(
        StepPage(RegisterStep.EMAIL, words.registerEmailTitle, words.registerEmailText, Tags.REGISTER_EMAIL),
        actions,
        modifier,
        trouble = trouble,
        onField = { focus.requestFocus() },
        foot = {
            val proved = draft.emailVerified && shell.typed.email?.equals(draft.email) != false
            Next(if (proved) words.registerNext else words.emailChangeSend, shell, { send() }, words.emailCodeSending)
        },
    ) { EmailField(draft.email, shell, focus, { send() }) }
}

/** The code that came there. */
@Composable
internal fun CodeStep(
    draft: RegistrationView,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val focus = remember { FocusRequester() }
    RegisterFrame(
        StepPage(RegisterStep.EMAIL_CODE, words.emailCodeTitle, null, Tags.REGISTER_CODE),
        actions,
        modifier,
        trouble = trouble,
        onField = { focus.requestFocus() },
    ) { CodeEntry(draft.email.orEmpty(), words.registerNext, Tags.REGISTER_NEXT, shell, focus, trouble == null, actions) }
}

/** Telephone and channel. */
@Composable
internal fun ContactStep(
    draft: RegistrationView,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val focus = remember { FocusRequester() }
    val send = { if ((shell.typed.phone ?: draft.phone).isNullOrBlank()) focus.requestFocus() else actions.saveContact() }
    RegisterFrame(
        StepPage(RegisterStep.CONTACT, words.registerContactTitle, words.registerContactText, Tags.REGISTER_CONTACT),
        actions,
        modifier,
        trouble = trouble,
        onField = { focus.requestFocus() },
        foot = { Next(words.registerNext, shell, { send() }) },
    ) { ReachFields(draft.phone, draft.channel ?: Channel.EMAIL, shell, focus) }
}
