package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView

/** The line under the card: when the register last confirmed it, and what follows from that. */
fun freshness(
    card: CardView,
    words: Strings,
    moments: Moments,
): String {
    val at = moments.at(card.checkedAt)
    return when (card.face) {
        CardFace.FRESH, CardFace.ENDED, CardFace.BLOCKED -> moments.checked(card.checkedAt)
        CardFace.AGEING -> words.freshnessAgeing(at)
        CardFace.STALE -> words.freshnessStale(at)
        CardFace.EXPIRED -> words.freshnessExpired(at)
    }
}

/** Until when the card shows without being checked; null while that is far from anybody's mind, or past. */
fun shownUntil(
    card: CardView,
    words: Strings,
    moments: Moments,
): String? =
    when {
        card.barcode == null -> null
        card.face == CardFace.AGEING || card.face == CardFace.STALE -> words.freshnessShownUntil(moments.at(card.showUntil))
        else -> null
    }

/** The face in words, for who doesn't see it. */
fun faceWords(
    face: CardFace,
    words: Strings,
): String =
    when (face) {
        CardFace.FRESH -> words.a11yFresh
        CardFace.AGEING -> words.a11yAgeing
        CardFace.STALE -> words.a11yStale
        CardFace.EXPIRED -> words.freshnessExpiredTitle
        CardFace.ENDED -> words.a11yEnded
        CardFace.BLOCKED -> words.a11yBlocked
    }

/** Title and text in the place of a code that isn't shown. */
fun noCodeWords(
    face: CardFace,
    words: Strings,
    child: Boolean,
): Pair<String, String?> =
    when (face) {
        CardFace.ENDED -> words.freshnessEndedTitle to if (child) words.cardsChildEnded else words.freshnessEnded
        CardFace.BLOCKED -> words.freshnessBlockedTitle to if (child) words.cardsChildBlocked else words.freshnessBlocked
        CardFace.EXPIRED, CardFace.FRESH, CardFace.AGEING, CardFace.STALE -> words.freshnessExpiredTitle to null
    }
