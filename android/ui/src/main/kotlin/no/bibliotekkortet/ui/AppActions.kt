package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Door

/** What a person can do; the shell carries it out. */
interface AppActions :
    LibraryActions,
    TripActions,
    AccountActions,
    PersonActions,
    HouseholdActions {
    /** Begins a sign-in through this door: the core gives an address, the shell opens the browser. */
    fun signIn(door: Door)

    /** Opens the waiting sign-in's address once more. */
    fun openBrowserAgain()

    /** Gives the waiting sign-in up. */
    fun cancelSignIn()

    /** Asks the register anew. */
    fun refresh()

    /** Ends the session and takes the card off this device; with [browserToo] the provider's session in the browser as well. */
    fun signOut(browserToo: Boolean)

    /** Puts the core's last failure away. */
    fun dismissTrouble()

    /** Puts the shell's own failure away. */
    fun dismissShellTrouble()

    /** Reads the app in this language from now on: nb, nn, se or en. */
    fun chooseLanguage(code: String)

    /** Goes to one of the three places; nothing lies over it. */
    fun chooseTab(tab: Tab)

    /** Opens a page or a dialog over what is there; [Opened.NOTHING] goes back to the place under all of them. */
    fun open(what: Opened)

    /** Undoes the last step: what lay under this page comes back as it was. */
    fun back()

    /** Does once more what failed last. */
    fun again()

    /** Opens a `mailto:`, `tel:` or web address outside the app. */
    fun openLink(link: String)

    /** Sends what stands in the shell's form, whose secret is gone from then on. */
    fun signInWithCard()

    /** Sends the one-time code. */
    fun giveOneTimeCode(code: String)

    /** Fetches the sign-ins on all devices. */
    fun seeDevices()

    /** Asks whether this device's sign-in shall end. */
    fun askEndDevice(id: String)

    /** Ends it. */
    fun endDevice(id: String)

    /** Signs in anew for what the person was about to do. */
    fun stepUp()

    /** Asks the device who holds it, and shows the card. */
    fun unlock()

    /** Puts the card too behind the device's lock, or takes it out. */
    fun lockCard(lock: Boolean)
}
