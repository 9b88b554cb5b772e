package no.bibliotekkortet.ui

/** What a person can do about getting a card, and about how they are reached. */
interface PersonActions {
    /** Begins getting a card: the core gives an address, the shell opens the browser. */
    fun beginRegistration()

    /** What Folkeregisteret says is right. */
    fun confirmRegistry()

    /** Goes back to the page before. */
    fun registerBack()

    /** Gets the card, when nothing is left to tell. */
    fun finishRegistration()

    /** Sends the e-mail address that was typed; a code comes there. */
    fun sendEmail()

    /** Another address is typed in place of the one whose code is waited for. */
    fun editEmail()

    /** Goes to the code for an address that waits for it. */
    fun enterCode()

    /** Sends the code that was typed. */
    fun sendCode()

    /** Has another code sent. */
    fun codeAgain()

    /** Opens how the person is reached, and asks for it. */
    fun seeContact()

    /** Sends phone, channel and language, or the temporary address, as they were typed. */
    fun saveContact()

    /** Takes the temporary address away. */
    fun removeAddress()

    /** Ends a conflict: what was typed here stays, or what is there. */
    fun resolveConflict(mine: Boolean)

    /** Sends PIN or password as typed. */
    fun saveSecret()

    /** Takes the library for what is being chosen: a home library, one for children, one for a code. */
    fun pickLibrary(number: String)
}
