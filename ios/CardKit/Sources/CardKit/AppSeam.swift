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
    /// The provider is ID-porten itself: the other doors aren't there.
    public var hasOneDoor = false
    /// What a surer sign-in is wanted for.
    public var steppingUpFor: Action?
    /// The lock of the card is being changed; the device may be asking.
    public var isLocking = false
    /// The devices are being fetched.
    public var isAsking = false
    /// The device whose sign-in is being ended.
    public var ending: String?
    /// One was ended a moment ago, and the person should see that.
    public var hasEnded = false

    public init(language: String, now: Date, zone: TimeZone, trouble: ShellTrouble? = nil, dark: Bool? = nil) {
        self.language = language
        self.now = now
        self.zone = zone
        self.trouble = trouble
        self.dark = dark
    }
}

/// What may lie open: over the card, or for the form over the doors.
public enum Opened: String, Codable, Sendable, CaseIterable {
    case nothing, menu, signOut, reader, readerTurned
    case cardForm, forgot, oneTimeCode, devices, endDevice, stepUp

    /// The code fills the screen.
    public var isReader: Bool { self == .reader || self == .readerTurned }

    /// The card number's form, and what lies over it.
    public var isForm: Bool { self == .cardForm || self == .forgot }

    /// The list of devices, and what lies over it.
    public var isDevices: Bool { self == .devices || self == .endDevice }

    /// A page with a way back. None is gone back to when the app starts anew: the card comes first.
    public var isPage: Bool { isForm || isDevices || self == .oneTimeCode || self == .stepUp }

    /// What of it lies there: nothing where it has nothing to lie on, and the form when a code came to nothing. The form lies
    /// over a card too whose session is over.
    public func lying(on state: AppState) -> Opened {
        let isDoor = isForm || self == .oneTimeCode
        switch state.phase {
        case .signingIn: return isDoor && self != .forgot ? self : .nothing
        case .signedOut, .card:
            if !isDoor { return state.phase == .card ? self : .nothing }
            if state.phase == .card && !state.needsSignIn { return .nothing }
            return self == .oneTimeCode ? .cardForm : self
        case .starting, .locked: return .nothing
        }
    }

    /// The page that something to do is on; nil where this app has none yet.
    public init?(for action: Action) {
        switch action {
        case .endDevices: self = .devices
        case .showCard, .changeContact, .chooseLibraries, .changeSecret, .signRules, .actForChild, .leave: return nil
        }
    }
}
