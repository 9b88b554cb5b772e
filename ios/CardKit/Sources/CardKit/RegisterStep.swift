import CardCore

/// A page of getting a card.
public enum RegisterStep: String, Sendable, CaseIterable {
    case registry, email, emailCode, contact, secrets, homeLibrary, finish

    /// Its number among those that are counted; the last one is nothing to do.
    public var number: Int { min((Self.allCases.firstIndex(of: self) ?? 0) + 1, Self.count) }

    /// How many are counted.
    public static let count = allCases.count - 1

    /// The page on which that is told.
    init(_ told: CardCore.Step) {
        switch told {
        case .email: self = .email
        case .emailCode: self = .emailCode
        case .contact: self = .contact
        case .secrets: self = .secrets
        case .homeLibrary: self = .homeLibrary
        }
    }

    /// What it is called in the line that says how far one is.
    public func name(_ words: any Strings) -> String {
        switch self {
        case .registry: words.registerStepRegistry
        case .email: words.registerStepEmail
        case .emailCode: words.registerStepCode
        case .contact: words.registerStepContact
        case .secrets: words.registerStepSecrets
        case .homeLibrary: words.registerStepLibrary
        case .finish: words.registerFinishTitle
        }
    }
}

extension RegistrationView {
    /// What is to be done next.
    public var next: RegisterStep { steps.first.map(RegisterStep.init) ?? .finish }

    /// The page before that one: a code that came back isn't typed again.
    public func before(_ step: RegisterStep) -> RegisterStep? {
        let all = RegisterStep.allCases
        guard let at = all.firstIndex(of: step) else { return nil }
        return all[..<at].last { $0 != .emailCode || !emailVerified }
    }

    /// How the person is reached, as far as was told.
    public func reach(_ language: String) -> ContactDetails {
        ContactDetails(
            phone: phone, channel: channel ?? .email, language: language, addressLines: [], addressUntil: nil)
    }
}
