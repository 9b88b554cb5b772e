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
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.CardPicture
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.libraries.PlaceTitle
import no.bibliotekkortet.ui.screens.me.Unused
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The card first; under it what is to be known about it. Whose session is over finds all doors there, since not everybody has the first. */
@Composable
fun CardScreen(
    card: CardView,
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    idPortenOnly: Boolean,
    modifier: Modifier = Modifier,
) {
    Page(modifier.testTag(Tags.CARD)) {
        PlaceTitle(LocalStrings.current.cardTitle)
        CardPicture(card, { actions.open(Opened.READER) }, Modifier)
        Spacer(Modifier.height(20.dp))
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        state.notices.filterIsInstance<NoticeView.Unused>().forEach {
            Unused(it, state.asking, moments, actions, Modifier.padding(bottom = Space.Medium))
        }
        CardStatus(card, state, moments, trouble, actions)
        if (state.needsSignIn && !idPortenOnly) Doors(actions, Modifier.padding(top = Space.Large))
        LibraryList(card, Modifier.padding(top = Space.Large, bottom = Space.Large))
    }
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
