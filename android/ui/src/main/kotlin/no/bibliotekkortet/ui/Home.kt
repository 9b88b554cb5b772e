package no.bibliotekkortet.ui

import androidx.compose.foundation.focusGroup
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.parts.TabBar
import no.bibliotekkortet.ui.parts.TabItem
import no.bibliotekkortet.ui.screens.cards.CardTab
import no.bibliotekkortet.ui.screens.libraries.LibrariesScreen
import no.bibliotekkortet.ui.screens.me.MeScreen
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.deskCode
import no.bibliotekkortet.ui.theme.CardIcons

/** The three places of somebody who is signed in, with the bar that leads to each. */
@Composable
internal fun Home(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
) {
    val bar = WindowInsets.safeDrawing.only(WindowInsetsSides.Bottom)
    val below = remember { FocusRequester() }
    Column(Modifier.fillMaxSize()) {
        Box(Modifier.weight(1f).consumeWindowInsets(bar)) {
            when (shell.tab) {
                Tab.CARD -> CardTab(state, shell, moments, trouble, below, actions)
                Tab.LIBRARIES -> LibrariesScreen(state.asActing(), moments, trouble, actions)
                Tab.ME -> MeScreen(state, trouble, actions)
            }
        }
        TabBar(tabs(state), shell.tab, actions::chooseTab, Modifier.focusRequester(below).focusGroup())
    }
}

@Composable
private fun tabs(state: AppState): List<TabItem> {
    val words = LocalStrings.current
    val waits =
        state.notices.any { it is NoticeView.SignAgain } || state.relations.any { it.standing == Standing.PENDING && it.deskCode != null }
    return listOf(
        TabItem(Tab.CARD, CardIcons.Card, words.tabsCard, Tags.TAB_CARD),
        TabItem(Tab.LIBRARIES, CardIcons.Library, words.tabsLibraries, Tags.TAB_LIBRARIES, waits),
        TabItem(Tab.ME, CardIcons.Person, words.tabsMe, Tags.TAB_ME, state.notices.isNotEmpty()),
    )
}
