import CardCore

/// What follows when something was taken.
public typealias Then = @MainActor () -> Void

/// What a person can do about getting a card, how they are reached, and what they prove themselves with.
@MainActor
public protocol PersonActions: AnyObject {
    /// Begins getting a card, in the browser.
    func beginRegistration()
    /// Gets the card, when nothing is left to tell.
    func finishRegistration()
    /// Tells the library that is to be home; any, while a card is being got.
    func tellHome(_ number: String, then: @escaping Then)
    /// Tells an e-mail address; a code is sent there.
    func changeEmail(_ email: String, then: @escaping Then)
    /// The code that came there.
    func proveEmail(_ code: String, then: @escaping Then)
    /// Fetches how the person is reached.
    func seeContact()
    /// Sends phone, channel, language and temporary address.
    func changeContact(_ details: ContactDetails, then: @escaping Then)
    /// Ends a conflict: what was typed here stays, or what is there.
    func resolveConflict(keepMine: Bool, then: @escaping Then)
    /// Chooses a PIN, a password, or both while a card is being got.
    func chooseSecrets(pin: String?, password: String?, then: @escaping Then)
}

/// What a person can do for children, and with all the cards.
@MainActor
public protocol HouseholdActions: AnyObject {
    /// That card came to rest on the screen; nil for one's own.
    func showCardOf(_ child: String?)
    /// Acts for that child from now on; nil for oneself again.
    func actFor(_ child: String?)
    /// Gets these children cards, with that home library.
    func registerChildren(_ children: [String], _ library: String, then: @escaping Then)
    /// Acts for that child, and begins to read that library's rules.
    func signForChild(_ child: String, _ library: String)
    /// Makes a code for that library's desk.
    func makeChildCode(_ library: String)
    /// Fetches what was done with a child's card; nil for one's own.
    func seeLedger(_ child: String?)
}
