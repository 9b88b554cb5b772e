package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.disabled
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The doors that don't open yet: there to be known, each with its reason. */
@Composable
internal fun ClosedDoors(modifier: Modifier = Modifier) {
    val words = LocalStrings.current
    Column(modifier) {
        Text(
            words.signInOther,
            Modifier.padding(start = Space.Tiny, bottom = Space.Small),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.labelMedium,
        )
        Sheet {
            ClosedDoor(CardIcons.Person, words.signInFeide, words.signInFeideHint, Tags.DOOR_FEIDE)
            HorizontalDivider(Modifier.padding(start = 54.dp), color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))
            ClosedDoor(CardIcons.Card, words.signInNumber, words.signInNumberHint, Tags.DOOR_CARD_NUMBER)
        }
    }
}

@Composable
private fun ClosedDoor(
    icon: ImageVector,
    name: String,
    why: String,
    tag: String,
) {
    val state = LocalStrings.current.a11yDisabled
    Row(
        Modifier
            .fillMaxWidth()
            .heightIn(min = 64.dp)
            .testTag(tag)
            .semantics(mergeDescendants = true) {
                role = Role.Button
                stateDescription = state
                disabled()
            }.padding(horizontal = Space.Regular, vertical = Space.Medium),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        val quiet = MaterialTheme.colorScheme.onSurfaceVariant
        WordIcon(icon, quiet, Modifier.padding(end = Space.Regular))
        Column {
            FittingText(name, MaterialTheme.typography.titleSmall, color = quiet)
            Text(why, color = quiet, style = MaterialTheme.typography.bodySmall)
        }
    }
}
