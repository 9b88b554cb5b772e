import CardCore

/// What a hand is told: what the person asked for is done, or it was refused. Nothing else moves the phone.
public enum Felt: Sendable {
    case done, refused
}

/// How what the person asked for stands.
public struct Feeling: Equatable, Sendable {
    private let isEntering: Bool
    private let isIn: Bool
    /// How many agreements of this trip are signed.
    private let signed: Int
    /// How many things that were sent were taken.
    private let taken: Int
    private let hasLeft: Bool
    /// The code of what was refused.
    private let refused: String?

    public init(_ state: AppState, _ shell: ShellState) {
        if case .signingIn = state.phase { isEntering = true } else { isEntering = false }
        isIn = state.phase == .card
        signed = state.trip?.stops.count { $0.receipt != nil } ?? 0
        taken = shell.taken + (shell.isRegistered ? 1 : 0)
        hasLeft = state.leaving?.endedAt != nil
        let failure = shell.refused ?? state.trip?.trouble ?? state.trouble
        refused = failure.flatMap { $0.isRefusal ? $0.code : nil }
    }

    /// What a hand is told when `before` came to this.
    public func after(_ before: Feeling) -> Felt? {
        if let refused { return refused == before.refused ? nil : .refused }
        let isDone =
            before.isEntering && isIn || signed > before.signed || taken > before.taken || hasLeft && !before.hasLeft
        return isDone ? .done : nil
    }
}

extension CardError {
    /// What the person gave wasn't taken. That there is no network, or no answer, is no refusal.
    fileprivate var isRefusal: Bool {
        switch self {
        case .InvalidNumber, .WrongCredentials, .LockedOut, .NotAllowed, .SignInRefused, .RulesRefused, .ReceiptRefused:
            true
        default: isTyped
        }
    }
}
