package no.bibliotekkortet.ui.screens.children

import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.TextStyle
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.cardState
import no.bibliotekkortet.ui.text.isOnOwnPhone
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons

/** How it stands with a child's card, in words with a sign. */
@Composable
internal fun CardLine(
    child: ChildView,
    modifier: Modifier = Modifier,
    style: TextStyle = MaterialTheme.typography.bodySmall,
) {
    val card = AppTheme.card
    val (icon, colors) =
        when (child.card?.face) {
            CardFace.FRESH, CardFace.AGEING -> CardIcons.Check to card.fresh
            CardFace.STALE, CardFace.EXPIRED -> CardIcons.Clock to card.ageing
            CardFace.ENDED -> CardIcons.Info to card.ended
            CardFace.BLOCKED -> CardIcons.Block to card.blocked
            null ->
                when {
                    !child.hasCard -> CardIcons.Info to card.ended
                    child.isOnOwnPhone -> CardIcons.Device to card.offline
                    else -> CardIcons.Check to card.fresh
                }
        }
    StatusLine(icon, cardState(child, LocalStrings.current), colors.text, modifier, style)
}
