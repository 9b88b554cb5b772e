package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.CardPage
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.CardPicture
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.cards.OfChild
import no.bibliotekkortet.ui.screens.libraries.PlaceTitle
import no.bibliotekkortet.ui.screens.me.Unused
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The card first; under it what is to be known about it. Whose session is over finds all doors there, since not everybody has the first. */
@Composable
internal fun CardScreen(
    page: CardPage,
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
    titled: Boolean = true,
) {
    val (child, card) = page.child to page.card
    Page(modifier.testTag(Tags.CARD)) {
        if (titled) PlaceTitle(LocalStrings.current.cardTitle)
        CardPicture(card, { actions.open(Opened.READER) }, Modifier, child != null)
        Spacer(Modifier.height(20.dp))
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (child == null) Own(state, shell, moments, actions)
        CardStatus(card, state, moments, trouble, actions)
        child?.let { OfChild(it, state, actions, Modifier.padding(top = Space.Medium)) }
        if (state.needsSignIn && !shell.idPortenOnly) Doors(actions, Modifier.padding(top = Space.Large))
        LibraryList(card, child?.name, Modifier.padding(top = Space.Large, bottom = Space.Large))
    }
}

/** What there is to be known about one's own card. */
@Composable
private fun Own(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    actions: AppActions,
) {
    val room = Modifier.padding(bottom = Space.Medium)
    if (shell.registered) Notice(CardIcons.Check, LocalStrings.current.cardReady, AppTheme.card.fresh, Tags.CARD_READY, room)
    state.notices.filterIsInstance<NoticeView.Unused>().forEach { Unused(it, state.asking, moments, actions, room) }
}

/** Signed in, and no card here: it is on its way, or couldn't be had. */
@Composable
internal fun NoCardScreen(
    state: AppState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    Page(modifier.testTag(Tags.NO_CARD)) {
        PlaceTitle(LocalStrings.current.cardTitle)
        CardOutline(LocalStrings.current.run { if (state.refreshing) cardLoading else cardWordmark }, Modifier)
        Spacer(Modifier.height(20.dp))
        when {
            trouble != null -> TroublePanel(trouble)
            !state.refreshing ->
                QuietButton(
                    LocalStrings.current.cardRefresh,
                    Tags.REFRESH,
                    actions::refresh,
                    Modifier.fillMaxWidth(),
                    CardIcons.Refresh,
                )
        }
    }
}
