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
    public var secret: String {
        didSet { if knows == .pin { secret = digits(secret, atMost: Self.pinLength) } }
    }
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

    /// The field that still has to be written; nil when there is something to send.
    public var missing: FormField? {
        if user.allSatisfy(\.isWhitespace) { return .number }
        return secret.isEmpty ? .secret : nil
    }

    private static let pinLength = 4

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

/// The digits of what was typed or pasted.
func digits(_ text: String, atMost length: Int) -> String {
    String(text.filter { $0.isASCII && $0.isNumber }.prefix(length))
}

extension CardForm: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "CardForm" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
