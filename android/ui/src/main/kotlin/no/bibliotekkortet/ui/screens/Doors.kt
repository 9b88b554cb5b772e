package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.clickable
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
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The doors beside ID-porten, alike. */
@Composable
internal fun Doors(
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Column(modifier) {
        Text(
            words.signInOther,
            Modifier.padding(start = Space.Tiny, bottom = Space.Small),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.labelMedium,
        )
        Sheet {
            DoorRow(CardIcons.School, words.signInFeide, words.signInFeideHint, Tags.DOOR_FEIDE) { actions.signIn(Door.FEIDE) }
            HorizontalDivider(Modifier.padding(start = 54.dp), color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))
            DoorRow(CardIcons.Card, words.signInNumber, words.signInNumberHint, Tags.DOOR_CARD_NUMBER) { actions.open(Opened.CARD_FORM) }
        }
    }
}

@Composable
private fun DoorRow(
    icon: ImageVector,
    name: String,
    hint: String,
    tag: String,
    onClick: () -> Unit,
) {
    val quiet = MaterialTheme.colorScheme.onSurfaceVariant
    Row(
        Modifier
            .fillMaxWidth()
            .clickable(role = Role.Button, onClick = onClick)
            .heightIn(min = 64.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(tag),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!largeText) WordIcon(icon, MaterialTheme.colorScheme.primary, Modifier.padding(end = Space.Regular))
        Column(Modifier.weight(1f)) {
            FittingText(name, MaterialTheme.typography.titleSmall)
            FittingText(hint, MaterialTheme.typography.bodySmall, color = quiet)
        }
        WordIcon(CardIcons.Forward, quiet, Modifier.padding(start = Space.Small), size = 18.dp)
    }
}
