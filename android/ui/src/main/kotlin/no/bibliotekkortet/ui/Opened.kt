package no.bibliotekkortet.ui

/** The three places of somebody who is signed in. */
enum class Tab { CARD, LIBRARIES, ME }

/** What may lie open over a place: pages and dialogs. One thing at a time. */
enum class Opened {
    NOTHING,

    // Before sign-in.
    CARD_FORM,
    FORGOT,
    ONE_TIME_CODE,
    WITHOUT_EID,

    // Over the card.
    READER,
    READER_TURNED,
    CARDS,

    // Over the libraries.
    FIND,
    LIBRARY,
    WITHDRAW,
    TRIP,
    END_TRIP,
    DESK_CODE,

    // Over what is the person's own.
    NOTICES,
    RECEIPTS,
    RECEIPT,
    DEVICES,
    END_DEVICE,
    MY_DATA,
    LEAVE,
    END_CARD,
    SIGN_OUT,

    // How the person is reached, and what they prove themselves with.
    CONTACT,
    EMAIL,
    CONTACT_FORM,
    ADDRESS_FORM,
    PIN,
    PASSWORD,

    // Children, and what changes.
    CHILDREN,
    CHILD,
    ADD_CHILDREN,
    CHILD_LIBRARY,
    CHILD_CODE,
    LEDGER,
    OWN_CHANGES,

    // Over any of them.
    STEP_UP,
}

/**
 * A page that was left for another over it, to come back to.
 *
 * @property library the number of the library that it was about.
 * @property receipt id of the receipt that it was about.
 * @property child id of the child that it was about.
 */
data class Step(
    val opened: Opened,
    val library: String? = null,
    val receipt: String? = null,
    val child: String? = null,
)

/** A page of getting a card. */
enum class RegisterStep { REGISTRY, EMAIL, EMAIL_CODE, CONTACT, SECRETS, HOME_LIBRARY, FINISH }

/**
 * Whose card: a child's by its id, or one's own.
 *
 * @property child null for one's own.
 */
data class CardOf(
    val child: String?,
)
