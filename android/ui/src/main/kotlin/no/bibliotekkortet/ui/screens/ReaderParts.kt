package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.background
import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Barcode
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Bars
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Number
import no.bibliotekkortet.ui.parts.RealCardWidth
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.digitByDigit
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.CardTokens
import no.bibliotekkortet.ui.theme.LightColors
import no.bibliotekkortet.ui.theme.Space

private val Ink = CardTokens.CodeInk
private val Quiet = LightColors.onSurfaceVariant
private val Chosen = LightColors.primaryContainer

/** Close, and the quarter turn, which gives the code the screen's long side; null where that is the side it has. */
@Composable
internal fun ReaderBar(
    turned: Boolean,
    onTurn: ((Boolean) -> Unit)?,
    onClose: () -> Unit,
) {
    val words = LocalStrings.current
    FlowRow(
        Modifier.fillMaxWidth().padding(Space.Tiny),
        horizontalArrangement = Arrangement.SpaceBetween,
    ) {
        Act(words.readerClose, CardIcons.Close, Modifier.testTag(Tags.READER_CLOSE).clickable(role = Role.Button, onClick = onClose))
        onTurn ?: return@FlowRow
        Act(
            words.cardShowLarge,
            CardIcons.Reader,
            Modifier
                .testTag(
                    Tags.READER_TURN,
                ).background(if (turned) Chosen else Color.Transparent)
                .toggleable(turned, role = Role.Switch, onValueChange = onTurn),
        )
    }
}

@Composable
private fun Act(
    text: String,
    icon: ImageVector,
    action: Modifier,
) {
    Row(
        Modifier
            .clip(MaterialTheme.shapes.medium)
            .then(action)
            .heightIn(min = 56.dp)
            .padding(horizontal = Space.Medium),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        WordIcon(icon, Ink, Modifier.padding(end = Space.Small))
        Text(text, color = Ink, style = MaterialTheme.typography.labelLarge)
    }
}

/** The code across the screen. */
@Composable
internal fun AcrossCode(
    card: CardView,
    barcode: Barcode,
    room: Dp,
) {
    val words = LocalStrings.current
    Column(
        Modifier.fillMaxWidth().heightIn(min = (room - 140.dp).coerceAtLeast(0.dp)),
        verticalArrangement = Arrangement.Center,
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Heading(
            words.readerTitle,
            Modifier.padding(horizontal = Space.Regular),
            MaterialTheme.typography.titleLarge.copy(color = Ink),
            TextAlign.Center,
        )
        Text(
            words.readerHold,
            Modifier.padding(start = Space.Regular, end = Space.Regular, top = Space.Tiny, bottom = Space.Huge),
            color = Quiet,
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.bodyLarge,
        )
        Bars(
            barcode,
            words.a11yBarcode(digitByDigit(card.number)),
            Modifier.widthIn(max = RealCardWidth).fillMaxWidth().height((room * 0.28f).coerceIn(110.dp, 220.dp)),
        )
        Holder(card, Modifier.padding(top = Space.Large))
    }
}

/** The code down the screen's long side, up to a real card's length. */
@Composable
internal fun DownCode(
    card: CardView,
    barcode: Barcode,
    room: Dp,
) {
    val words = LocalStrings.current
    Heading(
        words.readerTitle,
        Modifier.padding(horizontal = Space.Regular),
        MaterialTheme.typography.titleLarge.copy(color = Ink),
        TextAlign.Center,
    )
    Bars(
        barcode,
        words.a11yBarcode(digitByDigit(card.number)),
        Modifier
            .padding(vertical = Space.Regular)
            .width(200.dp)
            .height((room - 140.dp - 90.dp * LocalDensity.current.fontScale).coerceIn(200.dp, RealCardWidth)),
        turned = true,
    )
    Holder(card, Modifier.padding(bottom = Space.Large))
}

@Composable
private fun Holder(
    card: CardView,
    modifier: Modifier,
) {
    Column(modifier.padding(horizontal = Space.Regular), horizontalAlignment = Alignment.CenterHorizontally) {
        Number(card, Ink, AppTheme.type.numberLarge)
        Text(
            card.name,
            Modifier.padding(top = Space.Tiny),
            color = Quiet,
            textAlign = TextAlign.Center,
            style = MaterialTheme.typography.titleMedium,
        )
    }
}
