package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.ownChange
import no.bibliotekkortet.ui.theme.Space

/** What changes for who is under age, told to themselves. */
@Composable
fun OwnChangesScreen(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val changes = state.household?.ownChanges.orEmpty()
    BackPage(words.changesOwnTitle, Tags.OWN_CHANGES, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (changes.isEmpty()) {
            Quiet(words.changesNone, Modifier.padding(horizontal = Space.Tiny))
            return@BackPage
        }
        val birthdays = state.notices.filterIsInstance<NoticeView.Birthday>().filter { it.child == null }
        val turns = { day: String -> birthdays.find { it.on == day }?.let { words.changesTurnsSelf("${it.turns}") } }
        Days(changes, moments, turns) { ownChange(it, words) }
    }
}
