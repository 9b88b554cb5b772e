import CardCore

/// What a person can do; the model carries it out.
@MainActor
public protocol AppActions: LibraryActions, AccountActions, PersonActions, HouseholdActions {
    /// Begins a sign-in through this door.
    func signIn(_ door: Door)
    /// Opens the waiting sign-in in the browser once more.
    func openBrowserAgain()
    /// Gives the waiting sign-in up.
    func cancelSignIn()
    /// Asks the register anew.
    func refresh()
    /// Sends the card number's form.
    func signIn(with form: CardForm)
    /// Sends the one-time code.
    func giveOneTimeCode(_ code: String)
    /// Signs in anew for something that needs more, and goes on with it.
    func stepUp(_ action: Action)
    /// Fetches the sign-ins on all devices; the device may ask its owner first.
    func seeDevices()
    /// Ends the sign-in on another device. The screens have asked before.
    func endDevice(_ id: String)
    /// Shows the card that is behind the lock, when the device recognises its owner.
    func unlock()
    /// Puts the card too behind the lock, or in front of it.
    func lockCard(_ lock: Bool)
    /// Ends the session and takes the card off this device, and ends the provider's session in the browser if wished. The
    /// screens have asked before.
    func signOut(inBrowser: Bool)
    /// Does once more what failed last.
    func again()
    /// Puts the core's last failure away.
    func dismissTrouble()
    /// Puts the shell's own failure away.
    func dismissShellTrouble()
    /// Reads the app in this language from now on: nb, nn, se or en.
    func chooseLanguage(_ code: String)
}

/// Failures that the core can't know of. The names are those of Android; not all happen here.
public enum ShellTrouble: Equatable, Sendable, CaseIterable {
    /// The listener for the redirect couldn't open its port.
    case portInUse
    /// No browser could be opened; the person gets the address to copy.
    case noBrowser
    /// The core couldn't be started.
    case noLibrary
    /// A link that the app doesn't know, or that is meant for another app.
    case badLink
    /// The device has no code to recognise its owner by.
    case noDeviceLock

    /// Its name among the words; nil when it has a place of its own on the screen.
    public var code: String? {
        switch self {
        case .portInUse: "PortInUse"
        case .noBrowser: nil
        case .noLibrary: "NoLibrary"
        case .badLink: "BadLink"
        case .noDeviceLock: "NoDeviceLock"
        }
    }
}
