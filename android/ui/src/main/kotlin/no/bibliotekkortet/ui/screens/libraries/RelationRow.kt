package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.closing
import no.bibliotekkortet.ui.text.standing
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** A library where the person is something: what, since when, and whether it is closed. */
@Composable
internal fun RelationRow(
    relation: RelationView,
    moments: Moments,
    onOpen: () -> Unit,
) {
    val words = LocalStrings.current
    val library = relation.profile.library
    Row(
        Modifier
            .fillMaxWidth()
            .clickable(role = Role.Button, onClick = onOpen)
            .heightIn(min = 64.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(Tags.libraryRow(library.number)),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!largeText) {
            val tint = with(MaterialTheme.colorScheme) { if (relation.home) primary else onSurfaceVariant }
            WordIcon(if (relation.home) CardIcons.Home else CardIcons.Library, tint, Modifier.padding(end = Space.Regular))
        }
        Column(Modifier.weight(1f), Arrangement.spacedBy(3.dp)) {
            FittingText(library.name, MaterialTheme.typography.titleSmall)
            Quiet(library.place, style = MaterialTheme.typography.bodySmall)
            StandingLine(relation, moments, Modifier.testTag(Tags.relation(library.number)))
            relation.profile.closing?.let {
                StatusLine(CardIcons.Block, closing(it, words, moments), AppTheme.card.ageing.text)
            }
        }
        WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, Modifier.padding(start = Space.Small), size = 18.dp)
    }
}

/** What the person is there, in words with a sign. */
@Composable
internal fun StandingLine(
    relation: RelationView,
    moments: Moments,
    modifier: Modifier = Modifier,
    style: TextStyle = MaterialTheme.typography.bodySmall,
) {
    val (icon, color) = lookOf(relation.standing)
    StatusLine(icon, standing(relation, LocalStrings.current, moments), color, modifier, style)
}

/** The sign and the colour of a standing; its words say the same. */
@Composable
internal fun lookOf(standing: Standing): Pair<ImageVector, Color> =
    when (standing) {
        Standing.ACTIVE -> CardIcons.Check to AppTheme.card.fresh.text
        Standing.PENDING -> CardIcons.Clock to AppTheme.card.ageing.text
        Standing.GUEST -> CardIcons.Person to AppTheme.card.offline.text
        Standing.BLOCKED -> CardIcons.Block to AppTheme.card.blocked.text
        Standing.ENDED, Standing.NONE -> CardIcons.Info to AppTheme.card.ended.text
    }
