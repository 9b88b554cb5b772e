package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.AgreementView
import no.bibliotekkortet.core.ClosingView
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Severity
import no.bibliotekkortet.core.SignedView
import no.bibliotekkortet.core.Standing

/** What the person is to a library, and since when. */
fun standing(
    relation: RelationView,
    words: Strings,
    moments: Moments,
): String {
    val since = moments.since(relation.since)
    return when (relation.standing) {
        Standing.NONE -> words.standingNone
        Standing.PENDING -> words.standingPendingSince(since)
        Standing.GUEST -> words.standingGuestSince(since)
        Standing.ACTIVE -> words.standingActiveSince(since)
        Standing.BLOCKED -> words.standingBlockedSince(since)
        Standing.ENDED -> words.standingEndedSince(since)
    }
}

/** The same without a date. */
fun standing(
    standing: Standing,
    words: Strings,
): String =
    when (standing) {
        Standing.NONE -> words.standingNone
        Standing.PENDING -> words.standingPending
        Standing.GUEST -> words.standingGuest
        Standing.ACTIVE -> words.standingActive
        Standing.BLOCKED -> words.standingBlocked
        Standing.ENDED -> words.standingEnded
    }

/** What that means, or what to do; null when there is nothing to say. [child] is whose relation it is, null for one's own. */
fun standingHint(
    relation: RelationView,
    words: Strings,
    child: String? = null,
): String? =
    when (relation.standing) {
        Standing.PENDING -> if (relation.deskCode == null) words.standingPendingHint else words.standingPendingDeskHint
        Standing.GUEST -> child?.let(words::actingGuestHint) ?: words.standingGuestHint
        Standing.BLOCKED -> words.standingBlockedHint
        Standing.ENDED -> child?.let(words::actingEndedHint) ?: words.standingEndedHint
        Standing.NONE, Standing.ACTIVE -> null
    }

/** The agreement that waits for the desk. */
val RelationView.deskCode: SignedView? get() = agreements.firstNotNullOfOrNull { it.signed?.takeIf { signed -> signed.deskCode != null } }

/** A newer text that must be signed. */
val RelationView.mustSign: AgreementView? get() = agreements.find { it.mustSign }

/** A newer text is there, and it isn't only its wording that differs. */
val AgreementView.mustSign: Boolean get() = signed != null && newer?.let { it.severity != Severity.EDITORIAL } == true

/** When it is closed, in words. */
fun closing(
    closing: ClosingView,
    words: Strings,
    moments: Moments,
): String {
    val (from, to) = closing.from?.let(moments::day) to closing.to?.let(moments::day)
    return when {
        closing.forGood -> if (closing.now || from == null) words.closingGone else words.closingGoneFrom(from)
        closing.now || from == null -> if (to == null) words.closingNow else words.closingNowTo(to)
        to == null -> words.closingFrom(from)
        else -> words.closingFromTo(from, to)
    }
}

/** How far away: whole tens of metres near, kilometres with one decimal further off. */
fun distance(
    metres: UInt,
    words: Strings,
): String {
    if (metres < KILOMETRE) return words.findMetres("${(metres + 5u) / 10u * 10u}")
    val tenths = (metres + 50u) / 100u
    val far = metres >= FAR
    // A comma is what all four languages but English write, which says a point.
    val mark = if (words.languageCode == "en") "." else ","
    return words.findKilometres(if (far) "${(metres + 500u) / KILOMETRE}" else "${tenths / 10u}$mark${tenths % 10u}")
}

private const val KILOMETRE = 1000u
private const val FAR = 10_000u
