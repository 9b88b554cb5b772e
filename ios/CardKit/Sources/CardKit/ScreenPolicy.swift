import CardCore
import Foundation

/// Raises the brightness in the reader and gives it back.
public struct BrightnessPolicy: Equatable, Sendable {
    private var before: Double?
    /// What a reader needs.
    public static let bright = 1.0

    public init() {}

    /// The level to set now, nil to leave it. A person who changed it meanwhile keeps what they chose.
    public mutating func level(opened: Opened, active: Bool, now: Double) -> Double? {
        let wanted = opened.isReader && active
        if wanted && before == nil {
            before = now
            return Self.bright
        }
        guard !wanted, let kept = before else { return nil }
        before = nil
        return now == Self.bright ? kept : nil
    }
}

/// Where a scene is.
public enum SceneState: Sendable, CaseIterable {
    case active, inactive, background
}

/// Tells the core of leaving and coming back, each once. A scene that is inactive (the device asks its owner, a message is
/// looked at) hasn't left.
public struct Whereabouts: Equatable, Sendable {
    private var isInFront: Bool?

    public init() {}

    /// True when the app came in front, false when it left, nil when neither is news.
    public mutating func isInFront(_ scene: SceneState) -> Bool? {
        if scene == .inactive || isInFront == (scene == .active) { return nil }
        isInFront = scene == .active
        return isInFront
    }
}

/// What a stranger may see: the app switcher.
public struct PrivacyPolicy: Sendable {
    public init() {}

    /// A cover lies over everything personal when the app isn't in front: a card, and what is typed to come in.
    public func covers(_ state: AppState, _ opened: Opened, _ scene: SceneState) -> Bool {
        let shows = state.card != nil || state.registration != nil || state.household?.children.isEmpty == false
        return scene != .active && (shows || opened.isForm)
    }
}
