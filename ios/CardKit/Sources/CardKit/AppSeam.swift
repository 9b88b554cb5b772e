import CardCore
import Foundation

/// What a person can do; the model carries it out.
@MainActor
public protocol AppActions: AnyObject {
    /// Begins a sign-in through this door.
    func signIn(_ door: Door)
    /// Opens the waiting sign-in in the browser once more.
    func openBrowserAgain()
    /// Gives the waiting sign-in up.
    func cancelSignIn()
    /// Asks the register anew.
    func refresh()
    /// Ends the session and takes the card off this device. The screens have asked before.
    func signOut()
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

    /// Its name among the words; nil when it has a place of its own on the screen.
    public var code: String? {
        switch self {
        case .portInUse: "PortInUse"
        case .noBrowser: nil
        case .noLibrary: "NoLibrary"
        case .badLink: "BadLink"
        }
    }
}

/// What only the shell knows.
public struct ShellState: Equatable, Sendable {
    /// nb, nn, se or en.
    public var language: String
    /// The moment that words such as "today" are measured from.
    public var now: Date
    /// Where the person is.
    public var zone: TimeZone
    /// The shell's own failure.
    public var trouble: ShellTrouble?
    /// Dark colours; nil follows the system.
    public var dark: Bool?

    public init(language: String, now: Date, zone: TimeZone, trouble: ShellTrouble? = nil, dark: Bool? = nil) {
        self.language = language
        self.now = now
        self.zone = zone
        self.trouble = trouble
        self.dark = dark
    }
}

/// What may lie open over the card.
public enum Opened: String, Codable, Sendable, CaseIterable {
    case nothing, menu, signOut, reader, readerTurned

    /// The code fills the screen.
    public var isReader: Bool { self == .reader || self == .readerTurned }
}
