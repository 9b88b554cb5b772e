import CardCore

extension CardError {
    /// It says what is wrong with what was typed, and stands nowhere but in the command's answer.
    public var isTyped: Bool {
        switch self {
        case .WrongCode, .CodeExpired, .TooSimple, .WrongLength, .InvalidEmail, .LookalikeEmail, .InvalidPhone,
            .InvalidAddress, .ChangedElsewhere, .Incomplete:
            true
        default: false
        }
    }

    /// The name of the code in `shared-assets/strings`.
    public var code: String {
        switch self {
        case .Offline: "Offline"
        case .Service: "Service"
        case .SignInRefused: "SignInRefused"
        case .SignInCancelled: "SignInCancelled"
        case .SignInExpired: "SignInExpired"
        case .LevelTooLow: "LevelTooLow"
        case .ClockWrong: "ClockWrong"
        case .WrongCredentials: "WrongCredentials"
        case .LockedOut: "LockedOut"
        case .Locked: "Locked"
        case .NoCard: "NoCard"
        case .WrongCode: "WrongCode"
        case .CodeExpired: "CodeExpired"
        case .TooSimple: "TooSimple"
        case .WrongLength: "WrongLength"
        case .InvalidEmail: "InvalidEmail"
        case .LookalikeEmail: "LookalikeEmail"
        case .InvalidPhone: "InvalidPhone"
        case .InvalidAddress: "InvalidAddress"
        case .ChangedElsewhere: "ChangedElsewhere"
        case .Incomplete: "Incomplete"
        case .StorageFull: "StorageFull"
        case .StorageReadOnly: "StorageReadOnly"
        case .StorageDamaged: "StorageDamaged"
        case .VaultUnavailable: "VaultUnavailable"
        case .InvalidNumber: "InvalidNumber"
        case .RulesChanged: "RulesChanged"
        case .RulesRefused: "RulesRefused"
        case .NoRules: "NoRules"
        case .LibraryClosed: "LibraryClosed"
        case .NotAllowed: "NotAllowed"
        case .ReceiptRefused: "ReceiptRefused"
        case .Internal: "Internal"
        }
    }

    /// What "try again" means, which depends on where one is. The form's secret is gone: it is written anew, unless another
    /// door is the way.
    func step(_ state: AppState, _ opened: Opened, _ action: Action?, _ tab: AppTab) -> TroubleStep {
        if state.phase == .signingIn(step: .codeWanted) { return .write(.code) }
        if !opened.isTrip, let step = typed(opened) { return step }
        if opened != .stepUp, state.registration != nil { return registering(state.needsSignIn) }
        switch (opened, self) {
        case (.cardForm, .LockedOut), (.cardForm, .LevelTooLow): return .signIn
        case (.cardForm, .InvalidNumber), (.forgot, .InvalidNumber): return .write(.number)
        case (.cardForm, _), (.forgot, _): return .write(.secret)
        case (.devices, .SignInExpired), (.endDevice, .SignInExpired): return .signIn
        case (.devices, _), (.endDevice, _): return state.needsSignIn ? .signIn : .seeDevices
        case (.stepUp, _): return .stepUp(action ?? .endDevices)
        case (.trip, _), (.endTrip, _): return step(at: state.trip, needsSignIn: state.needsSignIn)
        case (.endCard, _): return .dismiss
        case (.pin, _), (.password, _), (.email, _): return atForm(state.needsSignIn)
        case (_, _) where state.phase == .card && (opened.isPage || tab != .card): return elsewhere(state.needsSignIn)
        default: return step(session: state.phase == .card && !state.needsSignIn)
        }
    }

    /// What was typed is put right where it stands.
    private func typed(_ opened: Opened) -> TroubleStep? {
        switch self {
        case .InvalidEmail, .LookalikeEmail: .write(.email)
        case .InvalidPhone: .write(.phone)
        case .InvalidAddress: .write(.line(0))
        case .TooSimple, .WrongLength: .write(opened == .password ? .password : .pin)
        case .WrongCode(let left): left == 0 ? .codeAgain : .write(.code)
        case .CodeExpired: .codeAgain
        case .ChangedElsewhere, .Incomplete: .dismiss
        default: nil
        }
    }

    /// While a card is being got there is nobody to be but whom ID-porten says.
    private func registering(_ needsSignIn: Bool) -> TroubleStep {
        switch self {
        case .SignInExpired, .SignInRefused, .SignInCancelled, .LevelTooLow: .register
        case .NotAllowed, .LockedOut, .NoRules, .LibraryClosed: .dismiss
        default: needsSignIn ? .register : .again
        }
    }

    /// Where something about the person is typed: it is sent once more.
    private func atForm(_ needsSignIn: Bool) -> TroubleStep {
        switch self {
        case .SignInExpired, .SignInRefused, .SignInCancelled: .signIn
        case .NotAllowed, .LockedOut: .dismiss
        default: needsSignIn ? .signIn : .again
        }
    }

    /// At a stop: its text once more while there is none to sign.
    private func step(at trip: TripView?, needsSignIn: Bool) -> TroubleStep {
        switch self {
        case .SignInExpired: .signIn
        case .Locked: .again
        case .LibraryClosed: .find
        case .NotAllowed: trip?.stop.map { .library($0.library.number) } ?? .dismiss
        case .RulesChanged, .RulesRefused, .NoRules: .readAgain
        default:
            if needsSignIn {
                .signIn
            } else if trip?.trouble == nil {
                .again
            } else {
                trip?.rules == nil ? .readAgain : .sign
            }
        }
    }

    /// Among libraries, and on the pages over a place.
    private func elsewhere(_ needsSignIn: Bool) -> TroubleStep {
        switch self {
        case .SignInExpired, .SignInRefused, .SignInCancelled: .signIn
        case .LibraryClosed: .find
        case .NotAllowed, .InvalidNumber, .WrongCredentials, .LockedOut: .dismiss
        default: needsSignIn ? .signIn : .again
        }
    }

    /// Without a session there is nothing to ask the register with: the sign-in is tried again.
    private func step(session: Bool) -> TroubleStep {
        switch self {
        case .SignInRefused, .SignInCancelled, .SignInExpired, .LevelTooLow, .LockedOut, .StorageDamaged: .signIn
        case .InvalidNumber, .WrongCredentials, .RulesChanged, .RulesRefused, .NoRules, .LibraryClosed, .NotAllowed,
            .ReceiptRefused, .WrongCode, .CodeExpired, .TooSimple, .WrongLength, .InvalidEmail, .LookalikeEmail,
            .InvalidPhone, .InvalidAddress, .ChangedElsewhere, .Incomplete:
            .dismiss
        case .Locked: .unlock
        case .Offline, .Service, .ClockWrong, .NoCard, .StorageFull, .StorageReadOnly, .VaultUnavailable, .Internal:
            session ? .refresh : .signIn
        }
    }

    var tone: TroubleTone {
        switch self {
        case .Offline: .offline
        case .SignInCancelled, .SignInExpired, .NoCard, .Locked, .RulesChanged, .LibraryClosed, .NotAllowed: .news
        case .WrongCode, .CodeExpired, .TooSimple, .WrongLength, .InvalidEmail, .LookalikeEmail, .InvalidPhone,
            .InvalidAddress, .ChangedElsewhere, .Incomplete:
            .wait
        case .Service, .LevelTooLow, .InvalidNumber, .WrongCredentials, .LockedOut: .wait
        case .NoRules, .RulesRefused, .ReceiptRefused, .SignInRefused, .ClockWrong, .StorageFull, .StorageReadOnly,
            .StorageDamaged, .VaultUnavailable, .Internal:
            .stop
        }
    }
}

/// For how long somebody is locked out, rounded up: in minutes up to an hour and a half, then in hours.
func lockedOut(_ seconds: UInt32, _ words: any Strings) -> String {
    let minutes = max(1, (UInt64(seconds) + 59) / 60)
    return switch minutes {
    case 1: words.cardFormLockedMinute
    case ...90: words.cardFormLockedMinutes("\(minutes)")
    default: words.cardFormLockedHours("\((minutes + 59) / 60)")
    }
}
