package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.Act
import no.bibliotekkortet.core.AheadView

/** A change in a guardian's words: what the child called [child] can do, or what oneself can do for it. */
fun change(
    ahead: AheadView,
    child: String,
    words: Strings,
): String {
    val does = if (ahead.ofChild) self(ahead.act, words) else forChild(ahead.act, child, words)
    val sentence =
        when {
            ahead.ofChild ->
                if (ahead.begins) {
                    words.changesChildBegins(
                        act = does,
                        name = child,
                    )
                } else {
                    words.changesChildEnds(act = does, name = child)
                }
            ahead.begins -> words.changesGuardianBegins(does)
            else -> words.changesGuardianEnds(does)
        }
    return at(ahead, sentence, words)
}

/** The same in the words of who is under age. */
fun ownChange(
    ahead: AheadView,
    words: Strings,
): String {
    val does = if (ahead.ofChild) self(ahead.act, words) else forYou(ahead.act, words)
    val sentence =
        when {
            ahead.ofChild -> if (ahead.begins) words.changesOwnBegins(does) else words.changesOwnEnds(does)
            ahead.begins -> words.changesYourGuardianBegins(does)
            else -> words.changesYourGuardianEnds(does)
        }
    return at(ahead, sentence, words)
}

private fun at(
    ahead: AheadView,
    sentence: String,
    words: Strings,
) = ahead.library?.let { words.changesAtLibrary(library = it.name, sentence = sentence) } ?: sentence

private fun self(
    act: Act,
    words: Strings,
) = with(words) {
    when (act) {
        Act.SHOW_CARD -> changesSelfShowCard
        Act.SEE_LIBRARIES -> changesSelfSeeLibraries
        Act.SEE_LEDGER -> changesSelfSeeLedger
        Act.SIGN_RULES -> changesSelfSignRules
        Act.SIGN_STAFFLESS -> changesSelfSignStaffless
        Act.CHANGE_CONTACT -> changesSelfChangeContact
        Act.CHANGE_HOME_LIBRARY -> changesSelfChangeHomeLibrary
        Act.BLOCK_CARD -> changesSelfBlockCard
        Act.END_CARD -> changesSelfEndCard
    }
}

private fun forChild(
    act: Act,
    name: String,
    words: Strings,
) = with(words) {
    when (act) {
        Act.SHOW_CARD -> changesChildShowCard(name)
        Act.SEE_LIBRARIES -> changesChildSeeLibraries(name)
        Act.SEE_LEDGER -> changesChildSeeLedger(name)
        Act.SIGN_RULES -> changesChildSignRules(name)
        Act.SIGN_STAFFLESS -> changesChildSignStaffless(name)
        Act.CHANGE_CONTACT -> changesChildChangeContact(name)
        Act.CHANGE_HOME_LIBRARY -> changesChildChangeHomeLibrary(name)
        Act.BLOCK_CARD -> changesChildBlockCard(name)
        Act.END_CARD -> changesChildEndCard(name)
    }
}

private fun forYou(
    act: Act,
    words: Strings,
) = with(words) {
    when (act) {
        Act.SHOW_CARD -> changesYouShowCard
        Act.SEE_LIBRARIES -> changesYouSeeLibraries
        Act.SEE_LEDGER -> changesYouSeeLedger
        Act.SIGN_RULES -> changesYouSignRules
        Act.SIGN_STAFFLESS -> changesYouSignStaffless
        Act.CHANGE_CONTACT -> changesYouChangeContact
        Act.CHANGE_HOME_LIBRARY -> changesYouChangeHomeLibrary
        Act.BLOCK_CARD -> changesYouBlockCard
        Act.END_CARD -> changesYouEndCard
    }
}
