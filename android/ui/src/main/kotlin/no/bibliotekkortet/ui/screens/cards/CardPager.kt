package no.bibliotekkortet.ui.screens.cards

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.pager.HorizontalPager
import androidx.compose.foundation.pager.rememberPagerState
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.snapshotFlow
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.flow.drop
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.CardPage
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.cardPages
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.onePage
import no.bibliotekkortet.ui.screens.CardScreen
import no.bibliotekkortet.ui.screens.NoCardScreen
import no.bibliotekkortet.ui.screens.libraries.PlaceTitle
import no.bibliotekkortet.ui.shownPage
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.Space

/** All cards on this phone, side by side: one's own and the children's. With one card there is nothing but that. [below] is the bar under them. */
@Composable
internal fun CardTab(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    below: FocusRequester,
    actions: AppActions,
) {
    val pages = cardPages(state, shell)
    when (pages.size) {
        0 -> NoCardScreen(state, trouble, actions)
        1 -> CardScreen(pages.single(), state, shell, moments, trouble, actions)
        else -> Pages(pages, state, shell, moments, trouble, below, actions)
    }
}

@Composable
private fun Pages(
    pages: List<CardPage>,
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    below: FocusRequester,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val above = remember { FocusRequester() }
    val all by rememberUpdatedState(pages)
    val shown = shownPage(state, shell)
    val pager = rememberPagerState(pages.indexOfFirst { it.id == shown?.id }.coerceAtLeast(0)) { all.size }
    // The one that it begins on is the one that is known already.
    LaunchedEffect(pager) {
        snapshotFlow { pager.settledPage }.drop(1).collect { at -> all.getOrNull(at)?.let { actions.showCard(it.id) } }
    }
    CompositionLocalProvider(LocalContentColor provides MaterialTheme.colorScheme.onBackground) {
        Column(
            Modifier.fillMaxSize().background(MaterialTheme.colorScheme.background).safeDrawingPadding(),
            horizontalAlignment = Alignment.CenterHorizontally,
        ) {
            Row(
                Modifier.widthIn(max = Space.ContentMax).fillMaxWidth().padding(horizontal = Space.Regular),
                verticalAlignment = Alignment.CenterVertically,
            ) {
                PlaceTitle(words.cardTitle, Modifier.weight(1f))
                QuietButton(words.cardsOpen, Tags.ALL_CARDS, { actions.open(Opened.CARDS) }, Modifier.focusRequester(above))
            }
            HorizontalPager(pager, Modifier.weight(1f), key = { all.getOrNull(it)?.id ?: OWN }) { at ->
                all
                    .getOrNull(
                        at,
                    )?.let { CardScreen(it, state, shell, moments, trouble, actions, Modifier.onePage(above, below), titled = false) }
            }
            Dots(pager.currentPage, pages.size, Modifier.padding(vertical = Space.Small))
        }
    }
}

/** Which of the cards it is. */
@Composable
private fun Dots(
    at: Int,
    of: Int,
    modifier: Modifier,
) {
    val spoken = LocalStrings.current.cardsA11yPage(n = "${at + 1}", of = "$of")
    Row(
        modifier.semantics { contentDescription = spoken }.testTag(Tags.CARD_DOTS),
        Arrangement.spacedBy(Space.Small),
        Alignment.CenterVertically,
    ) {
        val colors = MaterialTheme.colorScheme
        repeat(of) { Box(Modifier.size(9.dp).clip(CircleShape).background(if (it == at) colors.primary else colors.outlineVariant)) }
    }
}

private const val OWN = "me"
