package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.CardException

/** A code that isn't the one that was sent, with how often another may be tried. */
fun wrongCode(
    refusal: CardException.WrongCode,
    words: Strings,
): ErrorWords? {
    val usual = words.error(refusal.code) ?: return null
    val text =
        when (val left = refusal.triesLeft?.toInt()) {
            null -> words.emailCodeWrong
            0 -> words.emailCodeWrongNone
            1 -> words.emailCodeWrongOne
            else -> words.emailCodeWrongMany("$left")
        }
    val again = words.error("CodeExpired")?.action.takeIf { refusal.triesLeft == 0u.toUByte() }
    // The title has said the first of it.
    return ErrorWords(usual.title, text.removePrefix("${usual.title}. "), again ?: usual.action)
}

/** Too often: no other door helps, time does. */
fun waits(
    failure: CardException.LockedOut,
    words: Strings,
): ErrorWords? {
    val minutes = failure.retryAfterS?.let { (it.toLong() + 59) / 60 }
    val text =
        when {
            minutes == null -> words.waitLater
            minutes <= 1 -> words.waitMinute
            minutes <= IN_MINUTES -> words.waitMinutes("$minutes")
            else -> words.waitHours("${(minutes + 59) / 60}")
        }
    return words.error(failure.code)?.copy(text = text, action = words.a11yDismiss)
}
