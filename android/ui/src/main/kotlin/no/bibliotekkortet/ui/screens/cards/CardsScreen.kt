package no.bibliotekkortet.ui.screens.cards

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.CardPage
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.cardPages
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.cardCorner
import no.bibliotekkortet.ui.parts.faceColors
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.parts.sea
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.noCodeWords
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** All cards as a list: for whom doesn't swipe, and for who has many. */
@Composable
fun CardsScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    BackPage(LocalStrings.current.cardsTitle, Tags.CARDS, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        Sheet {
            cardPages(state, shell).forEachIndexed { index, page ->
                if (index > 0) Line()
                CardRow(page) { actions.openCard(page.id) }
            }
        }
    }
}

@Composable
private fun CardRow(
    page: CardPage,
    onOpen: () -> Unit,
) {
    val words = LocalStrings.current
    val card = page.card
    val label = if (page.child == null) words.cardsA11yShowMine else words.cardsA11yShow(card.name)
    Row(
        Modifier
            .fillMaxWidth()
            .clickable(onClickLabel = label, role = Role.Button, onClick = onOpen)
            .heightIn(min = 72.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(page.id?.let(Tags::cardOf) ?: Tags.CARD_OF_ME),
        Arrangement.spacedBy(Space.Regular),
        Alignment.CenterVertically,
    ) {
        if (!largeText) Thumbnail(page)
        Column(Modifier.weight(1f), Arrangement.spacedBy(3.dp)) {
            FittingText(card.name, MaterialTheme.typography.titleSmall)
            Quiet(if (page.child == null) words.cardsMine else words.cardsChild, style = MaterialTheme.typography.bodySmall)
            Face(card)
        }
        WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, size = 18.dp)
    }
}

/** The card's colours in little. */
@Composable
private fun Thumbnail(page: CardPage) =
    Box(Modifier.size(Width, Height).clip(cardCorner(Width)).sea(faceColors(page.card, child = page.child != null)))

private val Width = 60.dp
private val Height = 38.dp

/** Said only when there is something to say. */
@Composable
private fun Face(card: CardView) {
    val words = LocalStrings.current
    when (card.face) {
        CardFace.FRESH, CardFace.AGEING -> Unit
        CardFace.STALE -> StatusLine(CardIcons.Clock, words.childrenStateCheck, AppTheme.card.ageing.text)
        CardFace.EXPIRED, CardFace.ENDED, CardFace.BLOCKED ->
            StatusLine(CardIcons.Block, noCodeWords(card.face, words, child = false).first, AppTheme.card.ended.text)
    }
}
