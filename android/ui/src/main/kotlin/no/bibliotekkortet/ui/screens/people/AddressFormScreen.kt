package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.typedDay
import no.bibliotekkortet.ui.theme.Space

private const val FEW = 2
private const val MOST = 4

/** Where the person lives for a while, and until when. */
@Composable
fun AddressFormScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val known = state.contact?.details ?: return ContactGone(words.addressFormTitle, Tags.ADDRESS_FORM, trouble, actions)
    val first = remember { FocusRequester() }
    BackPage(words.addressFormTitle, Tags.ADDRESS_FORM, actions::back, modifier) {
        FocusedTrouble(trouble, Modifier.padding(bottom = Space.Medium)) { first.requestFocus() }
        if (state.offline && trouble == null) Unchangeable(Modifier.padding(bottom = Space.Medium))
        Quiet(words.addressFormText, Modifier.padding(start = Space.Tiny, end = Space.Tiny, bottom = Space.Large))
        Lines(known, shell, first)
        Until(known, shell, actions)
        Save(shell, actions)
        if (known.addressLines.isNotEmpty()) {
            val removing = shell.sending && shell.typed.lines?.isEmpty() == true
            QuietButton(
                if (removing) words.addressFormRemoving else words.addressFormRemove,
                Tags.ADDRESS_REMOVE,
                actions::removeAddress,
                Modifier.fillMaxWidth().padding(top = Space.Small),
                enabled = !shell.sending,
            )
        }
    }
}

@Composable
private fun Lines(
    known: ContactDetails,
    shell: ShellState,
    first: FocusRequester,
) {
    val words = LocalStrings.current
    val typed = shell.typed
    val told = typed.lines ?: known.addressLines
    val lines = told + List((FEW - told.size).coerceAtLeast(0)) { "" }
    val wrong = isWrong(shell.refused, lines)
    Column(verticalArrangement = Arrangement.spacedBy(Space.Regular)) {
        lines.forEachIndexed { index, line ->
            Field(
                words.addressFormLine("${index + 1}"),
                line,
                { typed.lines = lines.toMutableList().also { all -> all[index] = it } },
                FieldKind.ADDRESS,
                Tags.addressLine(index),
                if (index == 0) first else remember(index) { FocusRequester() },
                enabled = !shell.sending,
                wrong = wrong && line.isEmpty() && lines.all(String::isEmpty),
            )
        }
    }
    if (lines.size < MOST) {
        QuietButton(
            words.addressFormAddLine,
            Tags.ADDRESS_ADD_LINE,
            { typed.lines = lines + "" },
            Modifier.padding(top = Space.Tiny),
            enabled = !shell.sending,
        )
    }
}

@Composable
private fun Until(
    known: ContactDetails,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val focus = remember { FocusRequester() }
    val until = shell.typed.until ?: known.addressUntil?.let(::typedDay).orEmpty()
    Field(
        words.addressFormUntil,
        until,
        { shell.typed.until = it },
        FieldKind.DAY,
        Tags.ADDRESS_UNTIL,
        focus,
        Modifier.padding(top = Space.Medium),
        hint = words.addressFormUntilHint,
        spoken = words.addressFormA11yUntil,
        enabled = !shell.sending,
        wrong = isWrong(shell.refused, until to shell.typed.lines),
        onDone = actions::saveContact,
    )
}
