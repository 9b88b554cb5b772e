package no.bibliotekkortet.ui.screens.cards

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.Act
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Whose card it is, and the way to do something for that child. */
@Composable
internal fun OfChild(
    child: ChildView,
    state: AppState,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Sheet(modifier) {
        Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Medium)) {
            FittingText(words.cardsOf(child.name), MaterialTheme.typography.titleSmall)
            when {
                state.actingFor == child.id ->
                    StatusLine(CardIcons.Check, words.childActing(child.name), AppTheme.card.fresh.text)
                Act.SIGN_RULES in child.may ->
                    OutlineButton(
                        words.cardsActFor(child.name),
                        Tags.ACT_FOR,
                        { actions.actFor(child.id) },
                        Modifier.fillMaxWidth(),
                        icon = CardIcons.Person,
                    )
            }
        }
    }
}
