package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AgreementView
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Severity
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.agreement
import no.bibliotekkortet.ui.text.callLink
import no.bibliotekkortet.ui.text.mailLink
import no.bibliotekkortet.ui.text.severity
import no.bibliotekkortet.ui.text.textLanguage
import no.bibliotekkortet.ui.text.webLink
import no.bibliotekkortet.ui.text.webName
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What was signed here: which version, in which language, when, and whether the library has confirmed it. */
@Composable
internal fun Agreements(
    relation: RelationView,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val shown = relation.agreements.filter { it.signed != null }
    if (shown.isEmpty()) return
    SectionTitle(words.libraryAgreements)
    Sheet {
        shown.forEachIndexed { index, agreement ->
            if (index > 0) Line()
            Signed(agreement, moments)
        }
        if (shown.any { it.agreement == Agreement.RULES } && relation.standing == Standing.ACTIVE) {
            Line()
            QuietButton(
                words.agreementRules,
                Tags.READ_RULES,
                { actions.beginTrip(listOf(relation.profile.library.number), Agreement.RULES) },
                Modifier.fillMaxWidth().padding(vertical = Space.Tiny),
                CardIcons.Document,
            )
        }
    }
}

@Composable
private fun Signed(
    agreement: AgreementView,
    moments: Moments,
) {
    val words = LocalStrings.current
    val signed = agreement.signed ?: return
    Column(
        Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(horizontal = Space.Regular, vertical = Space.Medium),
        Arrangement.spacedBy(3.dp),
    ) {
        FittingText(agreement(agreement.agreement, words), MaterialTheme.typography.titleSmall)
        Quiet(words.librarySigned(moments.at(signed.signedAt)), style = MaterialTheme.typography.bodySmall)
        Quiet(
            words.libraryVersionLanguage(textLanguage(signed.language, words), version = "${signed.version}"),
            style = MaterialTheme.typography.bodySmall,
        )
        if (signed.confirmed) {
            StatusLine(CardIcons.Check, words.libraryConfirmed, AppTheme.card.fresh.text)
        } else {
            StatusLine(CardIcons.Clock, words.libraryNotConfirmed, AppTheme.card.ageing.text)
        }
        agreement.newer?.let { newer ->
            StatusLine(
                CardIcons.Info,
                words.libraryNewer(moments.day(newer.from), version = "${newer.version}"),
                AppTheme.card.offline.text,
                Modifier.padding(top = Space.Hair),
            )
            Quiet(
                if (newer.severity == Severity.EDITORIAL) words.libraryNewerEditorial else severity(newer.severity, words),
                style = MaterialTheme.typography.bodySmall,
            )
        }
    }
}

/** How to reach the library: each row opens what it names. */
@Composable
internal fun Contact(
    profile: LibraryProfile,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val web = profile.web?.let(::webLink)
    SectionTitle(words.libraryContact)
    Sheet {
        if (profile.email == null && profile.phone == null && web == null) {
            Quiet(words.libraryNoContact, Modifier.padding(Space.Regular))
        }
        val rows =
            listOfNotNull(
                profile.email?.let { Way(CardIcons.Mail, it, words.libraryMail, Tags.MAIL, mailLink(it)) },
                profile.phone?.let { Way(CardIcons.Phone, it, words.libraryPhone, Tags.PHONE, callLink(it)) },
                web?.let { Way(CardIcons.Browser, webName(it), words.libraryWeb, Tags.WEB, it) },
            )
        rows.forEachIndexed { index, way ->
            if (index > 0) RowLine()
            NavRow(way.icon, way.value, way.tag, { actions.openLink(way.link) }, hint = way.name, end = null)
        }
    }
}

private class Way(
    val icon: ImageVector,
    val value: String,
    val name: String,
    val tag: String,
    val link: String,
)
