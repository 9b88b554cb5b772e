package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.Act
import no.bibliotekkortet.core.Basis
import no.bibliotekkortet.core.By
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.ChildOutcome
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.Done
import no.bibliotekkortet.ui.RegisterStep

/** How somebody would rather be reached. */
fun channel(
    channel: Channel,
    words: Strings,
): String =
    when (channel) {
        Channel.EMAIL -> words.channelEmail
        Channel.SMS -> words.channelSms
        Channel.APP -> words.channelApp
    }

/** A language in its own name; what has none here is its code. */
fun ownName(code: String): String = languages.find { it.code == code }?.name ?: code

/** A Norwegian number as people read it, `+47 00 00 00 00`; any other as it came. */
fun phoneGroups(phone: String): String =
    if (NORWEGIAN.matches(phone)) phone.take(COUNTRY) + phone.drop(COUNTRY).chunked(2).joinToString("") { " $it" } else phone

private val NORWEGIAN = Regex("\\+47\\d{8}")
private const val COUNTRY = 3

/** The name of a page of getting a card. */
fun pageName(
    step: RegisterStep,
    words: Strings,
): String =
    when (step) {
        RegisterStep.REGISTRY -> words.registerStepRegistry
        RegisterStep.EMAIL -> words.registerStepEmail
        RegisterStep.EMAIL_CODE -> words.registerStepCode
        RegisterStep.CONTACT -> words.registerStepContact
        RegisterStep.SECRETS -> words.registerStepSecrets
        RegisterStep.HOME_LIBRARY, RegisterStep.FINISH -> words.registerStepLibrary
    }

/** How it stands with a child's card. */
fun cardState(
    child: ChildView,
    words: Strings,
): String =
    when (child.card?.face) {
        CardFace.FRESH, CardFace.AGEING -> words.childrenStateCard
        CardFace.STALE, CardFace.EXPIRED -> words.childrenStateCheck
        CardFace.ENDED -> words.childrenStateEnded
        CardFace.BLOCKED -> words.childrenStateBlocked
        null ->
            when {
                !child.hasCard -> words.childrenStateNone
                child.isOnOwnPhone -> words.childrenStateOwnPhone
                else -> words.childrenStateCard
            }
    }

/** The card is the child's own business; else it just isn't here yet. */
val ChildView.isOnOwnPhone: Boolean get() = hasCard && card == null && Act.SHOW_CARD !in may

/** By what right one acts. */
fun childBasis(
    basis: Basis,
    words: Strings,
): String =
    when (basis) {
        Basis.PARENTAL_RESPONSIBILITY -> words.childBasisParental
        Basis.GUARDIAN -> words.childBasisGuardian
        Basis.LIBRARY_CONFIRMED -> words.childBasisLibrary
    }

/** What became of a child that was to be registered. */
fun outcome(
    outcome: ChildOutcome?,
    words: Strings,
): String =
    when (outcome) {
        ChildOutcome.REGISTERED -> words.addChildrenOutcomeRegistered
        ChildOutcome.ALREADY_REGISTERED -> words.addChildrenOutcomeAlready
        ChildOutcome.SIGNS_ALONE -> words.addChildrenOutcomeAlone
        ChildOutcome.TOO_YOUNG -> words.addChildrenOutcomeTooYoung
        ChildOutcome.NOT_ALLOWED, null -> words.addChildrenOutcomeNotAllowed
    }

/** What was done with a card. */
fun done(
    done: Done,
    words: Strings,
): String =
    when (done) {
        Done.REGISTERED -> words.ledgerDoneRegistered
        Done.SIGNED_RULES -> words.ledgerDoneSignedRules
        Done.SIGNED_STAFFLESS -> words.ledgerDoneSignedStaffless
        Done.CONFIRMED -> words.ledgerDoneConfirmed
        Done.TAKEN_BACK -> words.ledgerDoneTakenBack
        Done.HOME_LIBRARY -> words.ledgerDoneHomeLibrary
        Done.GUARDIAN_CONFIRMED -> words.ledgerDoneGuardianConfirmed
        Done.CONTACT_CHANGED -> words.ledgerDoneContactChanged
        Done.PIN_CHANGED -> words.ledgerDonePinChanged
        Done.PASSWORD_CHANGED -> words.ledgerDonePasswordChanged
        Done.LEFT -> words.ledgerDoneLeft
        Done.OTHER -> words.ledgerDoneOther
    }

/** Who did it; never which guardian. [child] is whose card it is, null for one's own. */
fun doneBy(
    by: By,
    child: String?,
    words: Strings,
): String =
    when (by) {
        By.OWN -> child?.let(words::ledgerByOwn) ?: words.ledgerByYou
        By.GUARDIAN -> words.ledgerByGuardian
        By.LIBRARY -> words.ledgerByLibrary
    }
