package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Where the person is a patron, the home library first. */
@Composable
internal fun LibraryList(
    card: CardView,
    child: String?,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val home = card.homeLibrary
    val others = card.libraries.filter { it.number != home?.number }
    Column(modifier) {
        Text(
            child?.let(words::cardsChildLibraries) ?: words.cardMyLibraries,
            Modifier.padding(start = Space.Tiny, bottom = Space.Small),
            style = MaterialTheme.typography.titleMedium,
        )
        Sheet {
            if (home == null && others.isEmpty()) {
                val none = child?.let(words::cardsChildNoLibraries) ?: words.cardNoLibraries
                Text(none, Modifier.padding(Space.Regular), style = MaterialTheme.typography.bodyMedium)
                return@Sheet
            }
            Library(home?.name ?: words.cardNoHomeLibrary, home?.place, words.cardHomeLibrary)
            others.forEach {
                HorizontalDivider(Modifier.padding(start = 54.dp), color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))
                Library(it.name, it.place, null)
            }
        }
    }
}

@Composable
private fun Library(
    name: String,
    place: String?,
    role: String?,
) {
    val accent = MaterialTheme.colorScheme.primary
    val quiet = MaterialTheme.colorScheme.onSurfaceVariant
    Row(
        Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(horizontal = Space.Regular, vertical = 14.dp),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        WordIcon(CardIcons.Library, if (role == null) quiet else accent, Modifier.padding(end = Space.Regular))
        Column(Modifier.weight(1f)) {
            role?.let { Small(it, quiet) }
            FittingText(name, MaterialTheme.typography.titleSmall)
            place?.let { Small(it, quiet) }
        }
    }
}

@Composable
private fun Small(
    text: String,
    color: Color,
) = FittingText(text, MaterialTheme.typography.bodySmall, color = color)
