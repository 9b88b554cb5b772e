package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
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

/** The card's face. Tapping it asks for the reader, when there is a code to read. */
@Composable
fun CardPicture(
    card: CardView,
    onOpen: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val colors = faceColors(card)
    CardFrame(colors, modifier) { height ->
        Column(Modifier.fillMaxWidth().heightIn(min = height), verticalArrangement = FirstApart) {
            Text(
                LocalStrings.current.cardWordmark,
                Modifier.padding(start = Edge, end = Edge, top = 13.dp),
                color = colors.ink,
                style = AppTheme.type.wordmark,
            )
            Holder(card, colors)
            if (card.barcode == null) NoCodePanel(card, colors) else CodePanel(card)
        }
        Touch(card, onOpen, Modifier.matchParentSize())
    }
}

internal val Edge: Dp = 18.dp

@Composable
private fun faceColors(card: CardView): FaceColors =
    when (card.face) {
        CardFace.FRESH, CardFace.AGEING -> AppTheme.card.freshFace
        CardFace.STALE -> AppTheme.card.staleFace
        CardFace.EXPIRED, CardFace.ENDED, CardFace.BLOCKED -> AppTheme.card.endedFace
    }

@Composable
private fun Holder(
    card: CardView,
    colors: FaceColors,
) {
    Column(Modifier.padding(start = Edge, end = Edge, top = 6.dp, bottom = 11.dp)) {
        FittingText(card.name, AppTheme.type.holder, color = colors.ink)
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
