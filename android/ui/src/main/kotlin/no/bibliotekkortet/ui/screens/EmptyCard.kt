package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.parts.CardFrame
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.Space

/** The card before it is anybody's. */
@Composable
internal fun EmptyCard(modifier: Modifier = Modifier) {
    val words = LocalStrings.current
    val colors = AppTheme.card.freshFace
    CardFrame(colors, modifier) {
        Text(
            words.cardWordmark,
            Modifier.padding(horizontal = 20.dp, vertical = Space.Regular),
            color = colors.ink,
            style = AppTheme.type.wordmark,
        )
        Text(
            words.appPurpose,
            Modifier.align(Alignment.BottomStart).padding(horizontal = 20.dp, vertical = 18.dp),
            color = colors.muted,
            style = AppTheme.type.holderDetail,
        )
    }
}
