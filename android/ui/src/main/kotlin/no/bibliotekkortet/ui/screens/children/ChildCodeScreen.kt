package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildCodeView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.libraries.Code
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.digitByDigit
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The way over a library: a code, by which the desk confirms that one may act for a child. */
@Composable
fun ChildCodeScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val code = state.household?.code
    BackPage(words.childCodeTitle, Tags.CHILD_CODE, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (state.offline && trouble == null) {
            Notice(CardIcons.Offline, words.childCodeOffline, AppTheme.card.offline, Tags.OFFLINE, Modifier.padding(bottom = Space.Medium))
        }
        Quiet(words.childCodeText, Modifier.padding(horizontal = Space.Tiny, vertical = Space.Tiny))
        code?.let { Made(it, moments) }
        Bring()
        ForLibrary(words.childCodeLibrary, state, shell, actions)
        Make(code, shell, actions)
    }
}

@Composable
private fun Made(
    code: ChildCodeView,
    moments: Moments,
) {
    val words = LocalStrings.current
    FittingText(
        words.childCodeSay(code.library.name),
        MaterialTheme.typography.bodyLarge,
        Modifier.padding(start = Space.Tiny, end = Space.Tiny, top = Space.Medium),
    )
    val spoken = words.childCodeA11yCode(digitByDigit(code.code.filter { it != '-' }))
    Code(code.code, spoken, Modifier.padding(vertical = Space.Regular).testTag(Tags.CHILD_CODE_VALUE))
    val past = moments.isPast(code.until)
    StatusLine(
        CardIcons.Clock,
        if (past) words.childCodeExpired else words.childCodeUntil(moments.date(code.until)),
        (if (past) AppTheme.card.ageing else AppTheme.card.offline).text,
        Modifier.padding(horizontal = Space.Tiny),
        MaterialTheme.typography.bodyMedium,
    )
    Quiet(words.childCodeAfter, Modifier.padding(horizontal = Space.Tiny, vertical = Space.Small))
}

@Composable
private fun Bring() {
    val words = LocalStrings.current
    SectionTitle(words.childCodeBring)
    Sheet {
        Column(Modifier.padding(Space.Regular), Arrangement.spacedBy(Space.Medium)) {
            listOf(CardIcons.Person to words.childCodeBringId, CardIcons.Document to words.childCodeBringPapers).forEach { (icon, text) ->
                StatusLine(icon, text, MaterialTheme.colorScheme.onSurface, style = MaterialTheme.typography.bodyMedium)
            }
        }
    }
}

/** The one thing to do until there is a code; after that it is seldom. */
@Composable
private fun ColumnScope.Make(
    code: ChildCodeView?,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val room = Modifier.fillMaxWidth().padding(top = Space.Large)
    if (code == null || shell.sending) {
        PrimaryButton(
            if (shell.sending) words.childCodeMaking else words.childCodeMake,
            Tags.MAKE_CHILD_CODE,
            actions::makeChildCode,
            room,
            working = shell.sending,
        )
    } else {
        OutlineButton(words.childCodeMakeNew, Tags.MAKE_CHILD_CODE, actions::makeChildCode, room)
    }
}
