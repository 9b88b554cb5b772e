import Foundation

/// A link from outside that this app knows.
public enum Link: Equatable, Sendable {
    /// The end of a sign-in, unread: the core checks it.
    case redirect(String)
    /// Back from the provider's sign-out, unread as well.
    case farewell(String)
    /// The card.
    case card

    /// Where a sign-in comes back.
    public static let redirectAddress = "https://\(host)/innlogget"
    /// Where the provider's sign-out comes back.
    public static let farewellAddress = "https://\(host)/utlogget"
    /// The same for browsers that don't hand over links of the web.
    public static let scheme = "no.bibliotekkortet.app"
    private static let host = "app.bibliotekkortet.no"
    private static let longest = 8192

    /// Nil for a link that the app doesn't know, or that is meant for another app.
    public init?(_ text: String) {
        guard text.utf8.count <= Self.longest, let parts = URLComponents(string: text) else { return nil }
        let plain = parts.port == nil && parts.user == nil && parts.password == nil
        let web = parts.scheme?.lowercased() == "https" && parts.host?.lowercased() == Self.host
        let own = parts.scheme?.lowercased() == Self.scheme && parts.host == nil
        guard plain, web || own else { return nil }
        switch parts.path {
        case "/innlogget": self = .redirect(text)
        case "/utlogget": self = .farewell(text)
        case "/kort": self = .card
        default: return nil
        }
    }
}
