package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.faceWords
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.FaceColors
import no.bibliotekkortet.ui.theme.Space

/** The card's face. Tapping it asks for the reader, when there is a code to read. */
@Composable
fun CardPicture(
    card: CardView,
    onOpen: () -> Unit,
    modifier: Modifier = Modifier,
    child: Boolean = false,
) {
    val colors = faceColors(card, child)
    CardFrame(colors, modifier) { height ->
        Column(Modifier.fillMaxWidth().heightIn(min = height), verticalArrangement = FirstApart) {
            Wordmark(colors, child)
            Holder(card, colors, child)
            if (card.barcode == null) NoCodePanel(card, colors, child) else CodePanel(card)
        }
        Touch(card, onOpen, Modifier.matchParentSize())
    }
}

internal val Edge: Dp = 18.dp

private const val LARGER = 1.2f

/** The colours of a card's face; a child's are a family of their own. */
@Composable
internal fun faceColors(
    card: CardView,
    child: Boolean,
): FaceColors =
    with(AppTheme.card) {
        when (card.face) {
            CardFace.FRESH, CardFace.AGEING -> if (child) childFreshFace else freshFace
            CardFace.STALE -> if (child) childStaleFace else staleFace
            CardFace.EXPIRED, CardFace.ENDED, CardFace.BLOCKED -> if (child) childEndedFace else endedFace
        }
    }

/** What card it is; a child's says that as well. */
@Composable
private fun Wordmark(
    colors: FaceColors,
    child: Boolean,
) = FlowRow(
    Modifier.fillMaxWidth().padding(start = Edge, end = Edge, top = 13.dp),
    Arrangement.SpaceBetween,
    itemVerticalAlignment = Alignment.CenterVertically,
) {
    Text(LocalStrings.current.cardWordmark, color = colors.ink, style = AppTheme.type.wordmark)
    if (child) {
        Text(
            LocalStrings.current.cardsChild,
            Modifier.clip(CircleShape).background(colors.ink).padding(horizontal = 10.dp, vertical = 1.dp),
            color = colors.top,
            style = AppTheme.type.wordmark,
        )
    }
}

@Composable
private fun Holder(
    card: CardView,
    colors: FaceColors,
    child: Boolean,
) {
    // Found by the name when there are several: so it is larger.
    val style = AppTheme.type.holder.run { if (child) copy(fontSize = fontSize * LARGER, lineHeight = lineHeight * LARGER) else this }
    Column(Modifier.padding(start = Edge, end = Edge, top = 6.dp, bottom = 11.dp)) {
        FittingText(card.name, style, color = colors.ink)
        card.homeLibrary?.let { Text(it.name, color = colors.muted, style = AppTheme.type.holderDetail) }
    }
}

/** Lies over the picture, so that the whole card is one target and its parts stay separate for a voice. */
@Composable
private fun Touch(
    card: CardView,
    onOpen: () -> Unit,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val click =
        if (card.barcode == null) {
            Modifier
        } else {
            Modifier.clickable(onClickLabel = words.a11yOpenReader, role = Role.Button, onClick = onOpen)
        }
    Box(
        modifier
            .testTag(Tags.CARD_FACE)
            .semantics {
                contentDescription = words.a11yCardOf(card.name)
                stateDescription = faceWords(card.face, words)
            }.then(click),
    )
}
