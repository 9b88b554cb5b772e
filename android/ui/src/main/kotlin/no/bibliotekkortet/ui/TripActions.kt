package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Agreement

/** What a person can do while reading and signing. */
interface TripActions {
    /** Begins reading and signing at [libraries], in this order. */
    fun beginTrip(
        libraries: List<String>,
        agreement: Agreement,
    )

    /** Reads the open text in this language, a BCP 47 tag. */
    fun readIn(language: String)

    /** Fetches the open text once more. */
    fun readAgain()

    /** Sets the size of the text: 0 as usual, 1 and 2 larger. */
    fun setTextStep(step: Int)

    /** For whom: index into the trip's parties. */
    fun signFor(party: Int)

    /** Says that the open text was read to the end. */
    fun haveRead()

    /** Signs the open text. */
    fun sign()

    /** Passes the open stop by. */
    fun skipStop()

    /** Gives the open text to another app, or saves it, as the library published it. */
    fun keepRules()

    /** Puts the trip away; asks first when something would be lost. */
    fun closeTrip()

    /** Puts the trip away. */
    fun endTrip()
}
