import CardCore

/// What somebody typed at the card number's door. Says nothing of it when printed.
public struct CardForm: Equatable, Sendable {
    /// By what they show who they are.
    public enum Knows: Sendable, CaseIterable {
        case pin, password
    }

    /// Lånenummer or fødselsnummer. Stays when the service says no.
    public var user: String
    /// PIN or password. Gone as soon as it is sent.
    public var secret: String
    /// A PIN is no password: what was typed for one isn't tried as the other.
    public var knows: Knows { didSet { if knows != oldValue { secret = "" } } }
    /// «Husk meg».
    public var remembers: Bool

    public init(user: String = "", secret: String = "", knows: Knows = .pin, remembers: Bool = true) {
        self.user = user
        self.secret = secret
        self.knows = knows
        self.remembers = remembers
    }

    /// A PIN has four digits.
    public static let pinLength = 4

    /// There is something to send.
    public var isFilled: Bool { user.contains { !$0.isWhitespace } && !secret.isEmpty }

    /// The form to send; what is left here has no secret any more.
    public mutating func takeSecret() -> CardForm {
        let full = self
        secret = ""
        return full
    }

    var credential: Credential {
        switch knows {
        case .pin: .pin(digits: secret)
        case .password: .password(text: secret)
        }
    }
}

extension CardForm: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "CardForm" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
