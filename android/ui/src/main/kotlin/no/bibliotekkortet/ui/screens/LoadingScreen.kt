package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

/** The phone is being read. Nobody knows yet what comes, so it is a card's outline where the card would be. */
@Composable
fun LoadingScreen(
    trouble: Trouble?,
    modifier: Modifier = Modifier,
) {
    Page(modifier.testTag(Tags.LOADING)) {
        Spacer(Modifier.height(56.dp))
        CardOutline(LocalStrings.current.cardLoading, wordsModifier = Modifier.semantics { heading() })
        trouble?.let { TroublePanel(it, Modifier.padding(top = Space.Large)) }
    }
}
