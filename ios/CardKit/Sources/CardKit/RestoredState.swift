import Foundation

/// What the system keeps of a scene. Nothing of the person: only where the screens were.
public struct RestoredState: Codable, Equatable, Sendable {
    /// Raised when older apps would misread it.
    public static let version = 1

    public let version: Int
    public let opened: Opened
    public let language: String

    public init(opened: Opened, language: String) {
        version = Self.version
        self.opened = opened
        self.language = language
    }

    /// Nil for what isn't one of ours or is of a newer version; the app then begins with the card.
    public init?(reading data: Data) {
        guard let kept = try? JSONDecoder().decode(Self.self, from: data),
            kept.version == Self.version, languages.contains(kept.language)
        else { return nil }
        self = kept
    }

    public var data: Data { (try? JSONEncoder().encode(self)) ?? Data() }
}
