package no.bibliotekkortet.ui

/** What a person can do about libraries. */
interface LibraryActions {
    /** Asks for everything about libraries anew. */
    fun seeLibraries()

    /** Looks for libraries; for every keystroke. */
    fun find(query: String)

    /** Asks the device where it is, and puts the nearest first. */
    fun locate()

    /** Takes a library among those whose rules are read next, or out of them. */
    fun choose(number: String)

    /** Opens the page of one library. */
    fun openLibrary(number: String)

    /** Makes it the home library. */
    fun chooseHome(number: String)

    /** Takes back what the library hasn't answered. */
    fun withdraw(number: String)

    /** Opens the code to be said at the library's desk. */
    fun showDeskCode(number: String)
}
