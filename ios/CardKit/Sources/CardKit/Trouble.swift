import CardCore

/// How a failure should feel.
public enum TroubleTone: Sendable, CaseIterable {
    case news, offline, wait, stop
}

/// What a failure's button does.
public enum TroubleStep: Equatable, Sendable {
    case signIn, refresh, seeDevices, unlock, dismiss
    /// What failed is done once more.
    case again
    /// The open stop's text is fetched anew.
    case readAgain
    /// The open text is signed once more.
    case sign
    /// Another library is looked for.
    case find
    /// This library's page.
    case library(String)
    case stepUp(Action)
    /// Getting a card is begun again.
    case register
    /// Another code is sent.
    case codeAgain
    /// The failure goes away, and the person goes on at the field.
    case write(FormField)
}

/// What is written in a form.
public enum FormField: Hashable, Sendable {
    case number, secret, code
    case email, phone, pin, password, until
    /// A line of an address.
    case line(Int)
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
    public static func now(
        _ state: AppState, _ shell: ShellState, _ opened: Opened, _ words: any Strings, tab: AppTab = .card
    ) -> Trouble? {
        if let own = shell.trouble, let error = own.code.flatMap(words.error) {
            return Trouble(own.tone, error.title, error, own == .portInUse ? .signIn : .dismiss, isShells: true)
        }
        if let refused = shell.refused { return about(refused, state, shell, opened, words) }
        // The device that said no comes before what the stop says.
        let atStop = opened.isTrip && state.trouble != .Locked ? state.trip?.trouble : nil
        guard let failure = atStop ?? state.trouble, let error = failure.words(state, opened, words) else { return nil }
        // What else went wrong is for whom the device knows.
        if state.phase == .locked && failure != .Locked { return nil }
        let onCard = state.phase == .card && !opened.isPage && tab == .card
        if onCard && state.needsSignIn && failure == .SignInExpired { return nil }
        let works = onCard && failure == .Offline && state.card?.barcode != nil
        let step = failure.step(state, opened, shell.steppingUpFor, tab)
        return Trouble(failure.tone, works ? words.cardOffline : error.title, error, step)
    }

    /// What is wrong with what was typed. Two values side by side say themselves that there are two.
    private static func about(
        _ refused: CardError, _ state: AppState, _ shell: ShellState, _ opened: Opened, _ words: any Strings
    ) -> Trouble? {
        guard !(refused == .ChangedElsewhere && state.conflict != nil) else { return nil }
        return refused.words(state, opened, words).map {
            Trouble(refused.tone, $0.title, $0, refused.step(state, opened, shell.steppingUpFor, .card))
        }
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
        case .seeDevices: seeDevices()
        case .unlock: unlock()
        case .stepUp(let action): stepUp(action)
        case .again: again()
        case .readAgain: readAgain(nil)
        case .sign: sign()
        case .register: beginRegistration()
        case .find, .library, .codeAgain: return  // the screens go there
        case .dismiss, .write: if !trouble.isShells { dismissTrouble() }
        }
    }

    /// Puts a failure away.
    public func dismiss(_ trouble: Trouble) {
        if trouble.isShells { dismissShellTrouble() } else { dismissTrouble() }
    }
}

extension ShellTrouble {
    var tone: TroubleTone { self == .badLink || self == .noDeviceLock ? .news : .stop }
}
