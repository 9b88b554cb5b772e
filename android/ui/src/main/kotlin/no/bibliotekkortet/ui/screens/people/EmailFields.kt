package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.text.style.TextAlign
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

private const val DIGITS = 6

/** An e-mail address; what is wrong with it stands under it. */
@Composable
internal fun EmailField(
    known: String?,
    shell: ShellState,
    focus: FocusRequester,
    onDone: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val email = shell.typed.email ?: known.orEmpty()
    Field(
        LocalStrings.current.emailChangeLabel,
        email,
        { shell.typed.email = it.trim() },
        FieldKind.EMAIL,
        Tags.EMAIL_FIELD,
        focus,
        modifier,
        enabled = !shell.sending,
        wrong = isWrong(shell.refused, email),
        onDone = onDone,
    )
}

/** The code that came to [email]. It is sent when it is whole. */
@Composable
internal fun CodeEntry(
    email: String,
    button: String,
    tag: String,
    shell: ShellState,
    focus: FocusRequester,
    focused: Boolean,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val code = shell.typed.code
    val send = { if (code.length == DIGITS) actions.sendCode() else focus.requestFocus() }
    LaunchedEffect(Unit) { if (focused) focus.requestFocus() }
    Quiet(words.emailCodeSent(email), Modifier.padding(start = Space.Tiny, end = Space.Tiny, top = Space.Tiny, bottom = Space.Large))
    if (shell.done) {
        Notice(CardIcons.Check, words.emailCodeSentAgain, AppTheme.card.fresh, Tags.SAVED, Modifier.padding(bottom = Space.Regular))
    }
    Field(
        words.emailCodeLabel,
        code,
        {
            val digits = it.filter(Char::isDigit).take(DIGITS)
            val whole = digits.length == DIGITS && digits != code
            shell.typed.code = digits
            if (whole) actions.sendCode()
        },
        FieldKind.ONE_TIME_CODE,
        Tags.CODE_FIELD,
        focus,
        enabled = !shell.sending,
        wrong = isWrong(shell.refused, code),
        style = AppTheme.type.numberLarge.copy(textAlign = TextAlign.Center),
        onDone = { send() },
    )
    Ways(button, tag, shell, { send() }, actions)
}

/** The way on, and what to do when none came. */
@Composable
private fun Ways(
    button: String,
    tag: String,
    shell: ShellState,
    onSend: () -> Unit,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val wide = Modifier.fillMaxWidth()
    val checks = shell.typed.code.length == DIGITS
    val busy = if (checks) words.emailCodeChecking else words.emailCodeSending
    PrimaryButton(if (shell.sending) busy else button, tag, onSend, wide.padding(top = Space.Large), working = shell.sending)
    Column(wide.padding(top = Space.Small), Arrangement.spacedBy(Space.Tiny)) {
        QuietButton(words.emailCodeAgain, Tags.CODE_AGAIN, actions::codeAgain, wide, CardIcons.Refresh, !shell.sending)
        QuietButton(words.emailCodeEdit, Tags.EMAIL_EDIT, actions::editEmail, wide, CardIcons.Mail, !shell.sending)
    }
}
