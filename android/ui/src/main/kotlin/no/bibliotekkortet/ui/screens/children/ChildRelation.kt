package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.screens.libraries.lookOf
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.agreement
import no.bibliotekkortet.ui.text.standing
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What a child is at a library, and what was signed for it there. */
@Composable
internal fun ChildRelation(
    relation: RelationView,
    moments: Moments,
) {
    val words = LocalStrings.current
    val (icon, color) = lookOf(relation.standing)
    Column(
        Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(horizontal = Space.Regular, vertical = Space.Medium),
        Arrangement.spacedBy(3.dp),
    ) {
        FittingText(relation.profile.library.name, MaterialTheme.typography.titleSmall)
        StatusLine(icon, standing(relation, words, moments), color, Modifier.testTag(Tags.relation(relation.profile.library.number)))
        if (relation.home) StatusLine(CardIcons.Home, words.cardHomeLibrary, MaterialTheme.colorScheme.primary)
        relation.agreements.forEach { agreement ->
            agreement.signed?.let { signed ->
                Quiet(
                    "${agreement(agreement.agreement, words)}. ${words.childSigned(moments.at(signed.signedAt))}",
                    style = MaterialTheme.typography.bodySmall,
                )
            }
        }
    }
}
