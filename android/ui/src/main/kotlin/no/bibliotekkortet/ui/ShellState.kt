package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.ExportView
import no.bibliotekkortet.core.Found
import no.bibliotekkortet.core.LibraryProfile
import java.time.Instant
import java.time.ZoneId

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
 * @property tab the place that is open, or lies under what is.
 * @property under the pages under the open one, the last one first seen on the way back.
 * @property query what is looked for among the libraries, as typed.
 * @property found what that found; null before it is looked for.
 * @property canLocate the device can say where it is.
 * @property locating it is finding that out.
 * @property lost it couldn't find that out.
 * @property chosen numbers of the libraries whose rules are read next, in order.
 * @property library number of the library that the open page is about.
 * @property profile what the directory says about it.
 * @property receipt id of the receipt that the open page is about.
 * @property export what the service keeps about the person, once fetched.
 * @property saved where a file was put that was to be shared; null when it went elsewhere.
 * @property textStep how much larger rules are set: 0, 1, 2.
 * @property held how far the hold that ends the card is, of 100: for pictures.
 * @property child id of the child that the open page is about.
 * @property step which page of getting a card is shown; null before the person said that the register is
 *   right. Beside a card: the page of an address, or that its code was right.
 * @property picked ids of the children who are to get cards.
 * @property typed what stands in the fields about people.
 * @property sending it is being sent.
 * @property refused what is wrong with it.
 * @property done it went well: the page says so.
 * @property registered a card was got in this run.
 * @property card whose card is shown; null while it is the one that the core says.
 * @property first whose card came first when the app began; null while it is the one that the core says.
 * @property queue ids of the children whose rules are still to be signed; null while that is all of them.
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
    val tab: Tab = Tab.CARD,
    val under: List<Step> = emptyList(),
    val query: String = "",
    val found: Found? = null,
    val canLocate: Boolean = false,
    val locating: Boolean = false,
    val lost: Boolean = false,
    val chosen: List<String> = emptyList(),
    val library: String? = null,
    val profile: LibraryProfile? = null,
    val receipt: String? = null,
    val export: ExportView? = null,
    val saved: String? = null,
    val textStep: Int = 0,
    val held: Int = 0,
    val child: String? = null,
    val step: RegisterStep? = null,
    val picked: List<String> = emptyList(),
    val typed: PeopleForm = PeopleForm(),
    val sending: Boolean = false,
    val refused: CardException? = null,
    val done: Boolean = false,
    val registered: Boolean = false,
    val card: CardOf? = null,
    val first: CardOf? = null,
    val queue: List<String>? = null,
)
