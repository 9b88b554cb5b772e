package no.bibliotekkortet.ui.screens.libraries

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
            words.libraryVersionLanguage("${signed.version}", textLanguage(signed.language, words)),
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
                words.libraryNewer("${newer.version}", moments.day(newer.from)),
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
