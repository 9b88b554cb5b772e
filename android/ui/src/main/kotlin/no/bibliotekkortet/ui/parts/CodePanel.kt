package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.digitByDigit
import no.bibliotekkortet.ui.text.noCodeWords
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.CardTokens
import no.bibliotekkortet.ui.theme.FaceColors
import no.bibliotekkortet.ui.theme.Space

/** About 15 mm, at 160 dp an inch: what a tired reader needs. Not scaled by text size. */
private val BarHeight = 92.dp

/** Black on white by day and night, with the number under the bars. */
@Composable
internal fun CodePanel(card: CardView) {
    val barcode = card.barcode ?: return
    Column(
        Modifier.fillMaxWidth().background(CardTokens.CodePaper).padding(top = 11.dp, bottom = 7.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Bars(barcode, LocalStrings.current.a11yBarcode(digitByDigit(card.number)), Modifier.fillMaxWidth().height(BarHeight))
        Number(card, CardTokens.CodeInk, AppTheme.type.number, Modifier.padding(start = Space.Medium, end = Space.Medium, top = 3.dp))
    }
}

/** In the code's place: why there is none, and the number, which the library asks for. */
@Composable
internal fun NoCodePanel(
    card: CardView,
    colors: FaceColors,
    child: Boolean,
) {
    val (title, text) = noCodeWords(card.face, LocalStrings.current, child)
    val status = if (card.face == CardFace.BLOCKED) AppTheme.card.blocked else AppTheme.card.ended
    Column {
        Number(card, colors.muted, AppTheme.type.number, Modifier.padding(start = Edge, end = Edge, bottom = Space.Regular))
        Row(
            Modifier.fillMaxWidth().background(status.container).padding(horizontal = Edge, vertical = Space.Regular),
            verticalAlignment = Alignment.CenterVertically,
        ) {
            WordIcon(CardIcons.Block, status.text, Modifier.padding(end = Space.Medium), 28.dp)
            Column {
                FittingText(title, MaterialTheme.typography.titleMedium, color = status.text)
                text?.let { Text(it, color = status.text, style = MaterialTheme.typography.bodyMedium) }
            }
        }
    }
}

/** The number in groups, with figures of one width, read aloud sign by sign. */
@Composable
internal fun Number(
    card: CardView,
    color: Color,
    style: TextStyle,
    modifier: Modifier = Modifier,
) {
    val spoken = LocalStrings.current.a11yNumber(digitByDigit(card.number))
    FittingText(
        card.groups.joinToString(" "),
        style,
        modifier,
        Modifier.testTag(Tags.CARD_NUMBER).semantics { contentDescription = spoken },
        color,
        TextAlign.Center,
        Unbroken.LINE,
    )
}
