package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.About
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.Change
import no.bibliotekkortet.core.ClauseKind
import no.bibliotekkortet.core.ClauseView
import no.bibliotekkortet.core.Kroner
import no.bibliotekkortet.core.Severity
import no.bibliotekkortet.core.SpanPart

/** What is signed. */
fun agreement(
    agreement: Agreement,
    words: Strings,
): String = if (agreement == Agreement.RULES) words.agreementRules else words.agreementStaffless

/** How much a change matters. */
fun severity(
    severity: Severity,
    words: Strings,
): String =
    when (severity) {
        Severity.EDITORIAL -> words.severityEditorial
        Severity.MATERIAL -> words.severityMaterial
        Severity.MONEY -> words.severityMoney
        Severity.AGE -> words.severityAge
    }

/** The name of a text's language, which may be one that the app can't be read in. */
fun textLanguage(
    tag: String,
    words: Strings,
): String =
    when (tag.substringBefore('-')) {
        "nb", "no" -> words.textLanguageNb
        "nn" -> words.textLanguageNn
        "se" -> words.textLanguageSe
        "smj" -> words.textLanguageSmj
        "sma" -> words.textLanguageSma
        "fkv" -> words.textLanguageFkv
        "en" -> words.textLanguageEn
        else -> words.textLanguageOther(tag)
    }

/** What changes for the person, with figures. */
fun change(
    change: Change,
    words: Strings,
): String =
    when (change) {
        is Change.Amount -> amount(change.old?.let { kroner(it, words) }, change.new?.let { kroner(it, words) }, words)
        is Change.Age -> age(change.old?.toString(), change.new?.toString(), words)
        is Change.Added -> added(change.v1, words)
        is Change.Removed -> removed(change.v1, words)
        is Change.Reworded -> reworded(change.v1, words)
    }

/** Old and new figure, when the change has both. */
fun figures(
    change: Change,
    words: Strings,
): Pair<String, String>? =
    when (change) {
        is Change.Amount -> both(change.old?.let { kroner(it, words) }, change.new?.let { kroner(it, words) })
        is Change.Age -> both(change.old?.toString(), change.new?.toString())
        is Change.Added, is Change.Removed, is Change.Reworded -> null
    }

/** What happened to a clause; null when nothing did. */
fun clauseKind(
    kind: ClauseKind,
    words: Strings,
): String? =
    when (kind) {
        ClauseKind.UNCHANGED -> null
        ClauseKind.CHANGED -> words.clauseChanged
        ClauseKind.ADDED -> words.clauseAdded
        ClauseKind.REMOVED -> words.clauseRemoved
        ClauseKind.MOVED -> words.clauseMoved
    }

/** A clause's text for a voice: what went and what came are said as such. */
fun spoken(
    clause: ClauseView,
    words: Strings,
): String =
    when {
        clause.spans.isNotEmpty() ->
            clause.spans.joinToString(" ") { span ->
                val text = span.text.trim()
                when {
                    text.isEmpty() -> ""
                    span.part == SpanPart.REMOVED -> words.clauseA11yRemoved(text) + "."
                    span.part == SpanPart.ADDED -> words.clauseA11yAdded(text) + "."
                    else -> text
                }
            }
        clause.kind == ClauseKind.REMOVED -> words.clauseA11yRemoved(clause.text)
        clause.kind == ClauseKind.ADDED -> words.clauseA11yAdded(clause.text)
        else -> clause.text
    }

private fun both(
    old: String?,
    new: String?,
) = if (old == null || new == null) null else old to new

private fun kroner(
    amount: Kroner,
    words: Strings,
): String {
    val (kroner, ore) = amount.ore / ORE to amount.ore % ORE
    return if (ore == 0uL) words.moneyKroner("$kroner") else words.moneyKronerOre("$kroner", "$ore".padStart(2, '0'))
}

private fun amount(
    old: String?,
    new: String?,
    words: Strings,
): String =
    when {
        old == null -> words.changeAmountNew(new.orEmpty())
        new == null -> words.changeAmountRemoved(old)
        else -> words.changeAmountChanged(old = old, new = new)
    }

private fun age(
    old: String?,
    new: String?,
    words: Strings,
): String =
    when {
        old == null -> words.changeAgeNew(new.orEmpty())
        new == null -> words.changeAgeRemoved(old)
        else -> words.changeAgeChanged(old = old, new = new)
    }

private fun added(
    about: About,
    words: Strings,
) = with(words) { listOf(changeAddedGeneral, changeAddedMoney, changeAddedAge, changeAddedPrivacy, changeAddedConduct)[about.ordinal] }

private fun removed(
    about: About,
    words: Strings,
) = with(words) {
    listOf(changeRemovedGeneral, changeRemovedMoney, changeRemovedAge, changeRemovedPrivacy, changeRemovedConduct)[about.ordinal]
}

private fun reworded(
    about: About,
    words: Strings,
) = with(words) {
    listOf(changeRewordedGeneral, changeRewordedMoney, changeRewordedAge, changeRewordedPrivacy, changeRewordedConduct)[about.ordinal]
}

private const val ORE = 100uL
