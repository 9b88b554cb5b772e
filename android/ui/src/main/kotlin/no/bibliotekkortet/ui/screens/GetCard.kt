package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** For whom has no card yet: with ID-porten here, or at a library. */
@Composable
internal fun GetCard(
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Column(modifier.fillMaxWidth()) {
        Text(
            words.signInNoCard,
            Modifier.padding(start = Space.Tiny, bottom = Space.Small),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.labelMedium,
        )
        Sheet {
            NavRow(CardIcons.Card, words.signInGetCard, Tags.GET_CARD, actions::beginRegistration, hint = words.signInGetCardHint)
        }
        QuietButton(words.signInWithoutEid, Tags.WITHOUT_EID, { actions.open(Opened.WITHOUT_EID) }, Modifier.fillMaxWidth())
    }
}
