import CardCore

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
    case withoutEid, cards
    case contact, email, contactForm, addressForm, pin, password
    case children, child, addChildren, childLibrary, childCode, ledger, ownChanges

    /// The code fills the screen.
    public var isReader: Bool { self == .reader || self == .readerTurned }

    /// The card number's form, and what lies over it.
    public var isForm: Bool { self == .cardForm || self == .forgot }

    /// The list of devices, and what lies over it.
    public var isDevices: Bool { self == .devices || self == .endDevice }

    /// Reading and signing, and the question before it is put away.
    public var isTrip: Bool { self == .trip || self == .endTrip }

    /// Something about the person is typed here that nobody else may know.
    public var isSecret: Bool { self == .pin || self == .password }

    /// Phone, channel, language or the temporary address is typed here.
    public var isContactForm: Bool { self == .contactForm || self == .addressForm }

    /// About children: a refusal sounds the same on all of them.
    public var isAboutChildren: Bool {
        [.cards, .children, .child, .addChildren, .childLibrary, .childCode, .ledger].contains(self)
    }

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
        case .email, .contactForm, .addressForm: .contact
        case .child, .addChildren, .childCode: .children
        case .childLibrary: .addChildren
        default: .nothing
        }
    }

    /// What of it lies there: nothing where it has nothing to lie on, and the form when a code came to nothing. The form lies
    /// over a card too whose session is over.
    public func lying(on state: AppState) -> Opened {
        let isDoor = isForm || self == .oneTimeCode
        switch state.phase {
        case .signingIn: return isDoor && self != .forgot ? self : .nothing
        case .signedOut where self == .withoutEid: return self
        case .signedOut, .card:
            if !isDoor { return state.phase == .card && hasGround(state) ? self : .nothing }
            if state.phase == .card && !state.needsSignIn { return .nothing }
            return self == .oneTimeCode ? .cardForm : self
        case .starting, .locked: return .nothing
        }
    }

    /// A trip that isn't there has nothing to end; a card that isn't ended has no farewell. While somebody gets a card there is
    /// nothing else.
    private func hasGround(_ state: AppState) -> Bool {
        if state.registration != nil { return self == .stepUp || self == .signOut }
        return switch self {
        case .withoutEid: false
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
        case .changeContact: self = .contact
        case .actForChild: self = .children
        case .showCard, .chooseLibraries, .changeSecret, .signRules, .register: return nil
        }
    }
}
