package no.bibliotekkortet.ui

/** What a person can do about receipts, the data that is kept, and the card's end. */
interface AccountActions {
    /** Opens one receipt. */
    fun openReceipt(id: String)

    /** Proves it once more, on this device. */
    fun checkReceipt(id: String)

    /** Gives its file away, byte for byte. */
    fun shareReceipt(id: String)

    /** Keeps a card that would end for want of use. */
    fun keepCard()

    /** Fetches all that the service keeps about the person. */
    fun exportData()

    /** Gives what was fetched away: as it came, or to read as [text]. */
    fun shareExport(text: String?)

    /** Opens the page that says what leaving ends and what stays. */
    fun seeLeaving()

    /** Ends the card, for good. */
    fun leaveForGood()
}
