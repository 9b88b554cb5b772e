package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.CardException
import java.time.Instant
import java.time.ZoneId

/** What may lie open over a place: pages, dialogs, the menu. One thing at a time. */
enum class Opened {
    NOTHING,

    // Before sign-in.
    CARD_FORM,
    FORGOT,
    ONE_TIME_CODE,

    // Over the card.
    MENU,
    SIGN_OUT,
    READER,
    READER_TURNED,
    DEVICES,
    END_DEVICE,
    STEP_UP,
}

/** Failures that the core can't know of. */
enum class ShellTrouble {
    /** The listener for the redirect couldn't open its port. */
    PORT_IN_USE,

    /** No browser could be opened; the person gets the address to copy. */
    NO_BROWSER,

    /** The app was opened by a link that it doesn't know. */
    BAD_LINK,

    /** The native library is missing or broken: there is no core to ask. */
    NO_LIBRARY,

    /** The device has no lock of its own, so nothing can be behind it. */
    NO_DEVICE_LOCK,
}

/**
 * What only the shell knows.
 *
 * @property language nb, nn, se or en.
 * @property now the moment that words such as "today" are measured from; the shell moves it on now and then.
 * @property zone where the person is.
 * @property dark dark colours; null follows the system.
 * @property opened what lies open.
 * @property form what the person types to sign in with a number.
 * @property refusal what the core refused without noting it in its own state.
 * @property device id of the device whose sign-in the person is asked about.
 * @property asking the sign-ins on all devices are being fetched.
 * @property ending id of the device whose sign-in is being ended.
 * @property action what a surer sign-in is wanted for.
 * @property idPortenOnly the provider is ID-porten itself and has no other door.
 */
data class ShellState(
    val language: String,
    val now: Instant,
    val zone: ZoneId,
    val trouble: ShellTrouble? = null,
    val dark: Boolean? = null,
    val opened: Opened = Opened.NOTHING,
    val form: SignInForm = SignInForm(),
    val refusal: CardException? = null,
    val device: String? = null,
    val asking: Boolean = false,
    val ending: String? = null,
    val action: Action = Action.END_DEVICES,
    val idPortenOnly: Boolean = false,
)
