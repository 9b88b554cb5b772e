package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.Way
import no.bibliotekkortet.ui.parts.Ways
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.languages
import no.bibliotekkortet.ui.theme.Space

/** Telephone, channel and language, changed at once. */
@Composable
fun ContactFormScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val known = state.contact?.details ?: return ContactGone(words.contactFormTitle, Tags.CONTACT_FORM, trouble, actions)
    val focus = remember { FocusRequester() }
    BackPage(words.contactFormTitle, Tags.CONTACT_FORM, actions::back, modifier) {
        FocusedTrouble(trouble, Modifier.padding(bottom = Space.Medium)) { focus.requestFocus() }
        if (state.offline && trouble == null) Unchangeable(Modifier.padding(bottom = Space.Medium))
        ReachFields(known.phone, known.channel, shell, focus)
        SectionTitle(words.contactFormLanguage)
        Ways(
            words.contactFormLanguage,
            languages.map { Way(it.code, it.name, Tags.contactLanguage(it.code)) },
            shell.typed.language ?: known.language,
            { shell.typed.language = it },
            enabled = !shell.sending,
        )
        Save(shell, actions)
    }
}

/** The one thing to do on a form about contact. */
@Composable
internal fun Save(
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    PrimaryButton(
        if (shell.sending) words.contactFormSaving else words.contactFormSave,
        Tags.CONTACT_SAVE,
        actions::saveContact,
        Modifier.fillMaxWidth().padding(top = Space.Large),
        working = shell.sending,
    )
}

/** There is nothing to change any more: the person was away, or the app was ended meanwhile. */
@Composable
internal fun ContactGone(
    title: String,
    tag: String,
    trouble: Trouble?,
    actions: AppActions,
) = BackPage(title, tag, actions::back) { trouble?.let { TroublePanel(it) } }
