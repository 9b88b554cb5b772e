/// What the person has typed or chosen and not sent yet. Lives above the screens, so that a failure loses none of it; never
/// kept by the system.
public struct Typed: Equatable, Sendable {
    public var form = CardForm()
    /// The password can be read.
    public var showsSecret = false
    /// The one-time code.
    public var code = "" {
        didSet { code = digits(code, atMost: Self.codeLength) }
    }
    /// Sign out of the provider in the browser too.
    public var leavesBrowser = false
    /// The device whose end is asked about.
    public var device: String?

    public static let codeLength = 6

    public init() {}
}
