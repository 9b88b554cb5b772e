import CardCore

/// How a failure should feel.
public enum TroubleTone: Sendable, CaseIterable {
    case news, offline, wait, stop
}

/// What a failure's button does.
public enum TroubleStep: Sendable {
    case signIn, refresh, dismiss
}

/// A failure as drawn.
public struct Trouble: Equatable, Sendable {
    public let tone: TroubleTone
    public let title: String
    public let text: String
    public let action: String
    public let step: TroubleStep
    /// The shell's own failure, not the core's.
    public let isShells: Bool

    /// The failure to show now. The shell's own comes first. Nil: there is none, or a line says it already.
    public static func now(_ state: AppState, _ shell: ShellState, _ words: any Strings) -> Trouble? {
        if let own = shell.trouble, let error = own.code.flatMap(words.error) {
            return Trouble(
                own == .badLink ? .news : .stop, error.title, error, own == .portInUse ? .signIn : .dismiss,
                isShells: true)
        }
        guard let failure = state.trouble, let error = words.error(failure.code) else { return nil }
        let onCard = state.phase == .card
        if onCard && state.needsSignIn && failure == .SignInExpired { return nil }
        let works = onCard && failure == .Offline && state.card?.barcode != nil
        let step = failure.step(session: onCard && !state.needsSignIn)
        return Trouble(failure.tone, works ? words.cardOffline : error.title, error, step)
    }

    private init(
        _ tone: TroubleTone, _ title: String, _ words: ErrorWords, _ step: TroubleStep, isShells: Bool = false
    ) {
        self.tone = tone
        self.title = title
        text = words.text
        action = words.action
        self.step = step
        self.isShells = isShells
    }
}

extension AppActions {
    /// Presses the button of a failure.
    public func carryOut(_ trouble: Trouble) {
        if trouble.isShells { dismissShellTrouble() }
        switch trouble.step {
        case .signIn: signIn(.idPorten)
        case .refresh: refresh()
        case .dismiss: if !trouble.isShells { dismissTrouble() }
        }
    }

    /// Puts a failure away.
    public func dismiss(_ trouble: Trouble) {
        if trouble.isShells { dismissShellTrouble() } else { dismissTrouble() }
    }
}

extension CardError {
    /// The name of the code in `shared-assets/strings`.
    public var code: String {
        switch self {
        case .Offline: "Offline"
        case .Service: "Service"
        case .SignInRefused: "SignInRefused"
        case .SignInCancelled: "SignInCancelled"
        case .SignInExpired: "SignInExpired"
        case .LevelTooLow: "LevelTooLow"
        case .NoCard: "NoCard"
        case .StorageFull: "StorageFull"
        case .StorageReadOnly: "StorageReadOnly"
        case .StorageDamaged: "StorageDamaged"
        case .VaultUnavailable: "VaultUnavailable"
        case .InvalidNumber: "InvalidNumber"
        case .Internal: "Internal"
        }
    }

    /// What "try again" means. Without a session there is nothing to ask the register with: the sign-in is tried again.
    func step(session: Bool) -> TroubleStep {
        switch self {
        case .SignInRefused, .SignInCancelled, .SignInExpired, .LevelTooLow, .StorageDamaged: .signIn
        case .InvalidNumber: .dismiss
        case .Offline, .Service, .NoCard, .StorageFull, .StorageReadOnly, .VaultUnavailable, .Internal:
            session ? .refresh : .signIn
        }
    }

    var tone: TroubleTone {
        switch self {
        case .Offline: .offline
        case .SignInCancelled, .SignInExpired, .NoCard: .news
        case .Service, .LevelTooLow, .InvalidNumber: .wait
        case .SignInRefused, .StorageFull, .StorageReadOnly, .StorageDamaged, .VaultUnavailable, .Internal: .stop
        }
    }
}
