package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The way over a library's desk, for whom has no electronic identity. It needs no network to be read. */
@Composable
fun WithoutEidScreen(
    idPortenOnly: Boolean,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.withoutEidTitle, Tags.WITHOUT_EID_PAGE, { actions.open(Opened.NOTHING) }, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        Quiet(words.withoutEidIntro, Modifier.padding(start = Space.Tiny, bottom = Space.Medium), MaterialTheme.typography.bodyLarge)
        Sheet {
            Column(Modifier.padding(Space.Regular), Arrangement.spacedBy(Space.Regular)) {
                Point(CardIcons.Library, words.withoutEidVisit)
                Point(CardIcons.Person, words.withoutEidBring)
                Point(CardIcons.Card, words.withoutEidRegistered)
                Point(CardIcons.Lock, words.withoutEidThenSignIn)
            }
        }
        Quiet(words.withoutEidChildren, Modifier.padding(horizontal = Space.Tiny, vertical = Space.Medium))
        if (!idPortenOnly) {
            OutlineButton(words.withoutEidSignIn, Tags.DOOR_CARD_NUMBER, { actions.open(Opened.CARD_FORM) }, Modifier.fillMaxWidth())
        }
    }
}

@Composable
private fun Point(
    icon: ImageVector,
    text: String,
) = Row {
    WordIcon(icon, MaterialTheme.colorScheme.primary, Modifier.padding(end = Space.Regular))
    FittingText(text, MaterialTheme.typography.bodyLarge, Modifier.weight(1f))
}
