package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Door
import java.time.Instant
import java.time.ZoneId

/** What a person can do; the shell carries it out. */
interface AppActions {
    /** Begins a sign-in through this door: the core gives an address, the shell opens the browser. */
    fun signIn(door: Door)

    /** Opens the waiting sign-in's address once more. */
    fun openBrowserAgain()

    /** Gives the waiting sign-in up. */
    fun cancelSignIn()

    /** Asks the register anew. */
    fun refresh()

    /** Ends the session and takes the card off this device. The screens have asked before. */
    fun signOut()

    /** Puts the core's last failure away. */
    fun dismissTrouble()

    /** Puts the shell's own failure away. */
    fun dismissShellTrouble()

    /** Reads the app in this language from now on: nb, nn, se or en. */
    fun chooseLanguage(code: String)
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
}

/**
 * What only the shell knows.
 *
 * @property language nb, nn, se or en.
 * @property now the moment that words such as "today" are measured from; the shell moves it on now and then.
 * @property zone where the person is.
 * @property dark dark colours; null follows the system.
 */
data class ShellState(
    val language: String,
    val now: Instant,
    val zone: ZoneId,
    val trouble: ShellTrouble? = null,
    val dark: Boolean? = null,
)
