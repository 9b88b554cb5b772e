package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The card is behind the device's lock. Where it will be lies a card without anything on it. */
@Composable
fun LockedScreen(
    trouble: Trouble?,
    onUnlock: () -> Unit,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Page(modifier.testTag(Tags.LOCKED), Arrangement.SpaceBetween) {
        Column {
            if (largeText) {
                FittingText(
                    words.cardWordmark,
                    MaterialTheme.typography.titleLarge,
                    Modifier.padding(horizontal = Space.Tiny, vertical = Space.Regular),
                    color = MaterialTheme.colorScheme.primary,
                )
            } else {
                Spacer(Modifier.height(56.dp))
                EmptyCard()
            }
            trouble?.let { TroublePanel(it, Modifier.padding(top = Space.Large)) }
            Heading(words.lockTitle, Modifier.padding(start = Space.Tiny, end = Space.Tiny, top = Space.Large))
            FittingText(
                words.lockText,
                MaterialTheme.typography.bodyLarge,
                Modifier.padding(start = Space.Tiny, end = Space.Tiny, top = Space.Small),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
        }
        PrimaryButton(
            words.lockUnlock,
            Tags.UNLOCK,
            onUnlock,
            Modifier.fillMaxWidth().padding(vertical = Space.Large),
            CardIcons.Lock,
        )
    }
}
