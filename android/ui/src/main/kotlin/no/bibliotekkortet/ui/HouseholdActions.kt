package no.bibliotekkortet.ui

/** What a person can do for children, and with all the cards. */
interface HouseholdActions {
    /** That card came to rest on the screen; null for one's own. */
    fun showCard(child: String?)

    /** Opens that card. */
    fun openCard(child: String?)

    /** Opens a child's page. */
    fun openChild(id: String)

    /** Acts for that child from now on, or for oneself again. */
    fun actFor(child: String?)

    /** Opens the choice of children who are to get cards, with this one chosen when it is named. */
    fun addChildren(child: String?)

    /** Takes a child among those, or out of them. */
    fun pickChild(id: String)

    /** Gets them their cards. */
    fun registerChildren()

    /** Reads and signs the rules for that child, who got a card just now. */
    fun signForChild(id: String)

    /** Puts the choice and what became of it away. */
    fun childrenDone()

    /** Makes a code for a library's desk. */
    fun makeChildCode()

    /** Opens what was done with a child's card, or with one's own. */
    fun seeLedger(child: String?)
}
