import CardCore

/// What a person can do about libraries: find, read, sign.
@MainActor
public protocol LibraryActions: AnyObject {
    /// Searches the directory; for every keystroke.
    func find(_ text: String)
    /// Asks the device where the person is, and finds the nearest first.
    func findNear()
    /// Looks a library up in the directory.
    func lookUp(_ number: String)
    /// Asks for everything about libraries anew.
    func seeLibraries()
    /// Makes this the home library.
    func chooseHome(_ number: String)
    /// Takes back what this library hasn't answered. The screens have asked before.
    func withdraw(_ number: String)
    /// Begins reading and signing at these, in this order.
    func beginTrip(_ libraries: [String], _ agreement: Agreement)
    /// Fetches the open stop's text once more, in `language` if given.
    func readAgain(_ language: String?)
    /// For whom to sign: index into the trip's parties.
    func signFor(_ party: UInt32)
    /// The person read the text to its end, or says so.
    func haveRead()
    /// Signs the open text.
    func sign()
    /// Passes the open stop by.
    func skipStop()
    /// Gives the open text to another app, as the library published it.
    func keepRules()
    /// Puts the trip away. The screens have asked before.
    func endTrip()
}

/// What a person can do about receipts, their data, and leaving.
@MainActor
public protocol AccountActions: AnyObject {
    /// Proves a receipt once more.
    func checkReceipt(_ id: String)
    /// Gives a receipt's file to another app.
    func shareReceipt(_ id: String)
    /// Keeps a card that would end for want of use.
    func keepCard()
    /// Fetches all that the service keeps about the person.
    func exportData()
    /// Gives that to another app.
    func shareExport(_ form: ExportForm)
    /// Fetches what leaving would leave behind.
    func seeLeaving()
    /// Ends the card for good. The person has held the button.
    func leave()
    /// Opens an e-mail, a phone call or a page in the app that is for it.
    func openOutside(_ address: String)
}

/// How what the service keeps is given on.
public enum ExportForm: Sendable, CaseIterable {
    /// As it came.
    case json
    /// To be read by people.
    case text
}
