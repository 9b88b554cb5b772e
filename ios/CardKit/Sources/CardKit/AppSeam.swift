import CardCore

/// What a person can do; the model carries it out.
@MainActor
public protocol AppActions: LibraryActions, AccountActions {
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

/// The places at the bottom of the app.
public enum AppTab: String, Sendable, CaseIterable {
    case card, libraries, me
}

/// What may lie open: over a place, or for the form over the doors.
public enum Opened: String, Codable, Sendable, CaseIterable {
    case nothing, signOut, reader, readerTurned
    case cardForm, forgot, oneTimeCode, devices, endDevice, stepUp
    case find, library, withdraw, trip, endTrip, deskCode
    case receipts, receipt, notices, myData, leave, endCard

    /// The code fills the screen.
    public var isReader: Bool { self == .reader || self == .readerTurned }

    /// The card number's form, and what lies over it.
    public var isForm: Bool { self == .cardForm || self == .forgot }

    /// The list of devices, and what lies over it.
    public var isDevices: Bool { self == .devices || self == .endDevice }

    /// Reading and signing, and the question before it is put away.
    public var isTrip: Bool { self == .trip || self == .endTrip }

    /// A page with a way back, or a flow over everything. None is gone back to when the app starts anew: the card comes first.
    public var isPage: Bool { self != .nothing && self != .signOut && !isReader }

    /// A question lies over this page.
    public var page: Opened {
        switch self {
        case .forgot: .cardForm
        case .endDevice: .devices
        case .withdraw: .library
        case .endTrip: .trip
        default: self
        }
    }

    /// Where back leads to when nobody knows where the person came from.
    public var below: Opened {
        switch self {
        case .forgot, .endDevice, .withdraw, .endTrip: page
        case .receipt: .receipts
        case .leave: .myData
        default: .nothing
        }
    }

    /// What of it lies there: nothing where it has nothing to lie on, and the form when a code came to nothing. The form lies
    /// over a card too whose session is over.
    public func lying(on state: AppState) -> Opened {
        let isDoor = isForm || self == .oneTimeCode
        switch state.phase {
        case .signingIn: return isDoor && self != .forgot ? self : .nothing
        case .signedOut, .card:
            if !isDoor { return state.phase == .card && hasGround(state) ? self : .nothing }
            if state.phase == .card && !state.needsSignIn { return .nothing }
            return self == .oneTimeCode ? .cardForm : self
        case .starting, .locked: return .nothing
        }
    }

    /// A trip that isn't there has nothing to end; a card that isn't ended has no farewell.
    private func hasGround(_ state: AppState) -> Bool {
        switch self {
        case .endTrip: state.trip != nil
        case .endCard: state.leaving?.endedAt != nil
        default: true
        }
    }

    /// The page that something to do is on; nil where this app has none yet.
    public init?(for action: Action, _ state: AppState) {
        switch action {
        case .endDevices: self = .devices
        case .signRules where state.trip != nil: self = .trip
        case .leave: self = .leave
        case .showCard, .changeContact, .chooseLibraries, .changeSecret, .signRules, .actForChild: return nil
        }
    }
}
