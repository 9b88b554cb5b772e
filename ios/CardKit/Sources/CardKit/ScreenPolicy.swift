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

/// What a stranger may see: the app switcher.
public struct PrivacyPolicy: Sendable {
    public init() {}

    /// A cover lies over everything personal when the app isn't in front.
    public func covers(_ state: AppState, _ scene: SceneState) -> Bool { scene != .active && state.card != nil }
}

/// Asks for the device's owner after a time away. Off unless the person wants it: the card comes first.
public struct LockPolicy: Equatable, Sendable {
    /// Seconds away before it locks; nil never.
    public var after: TimeInterval?

    public init(after: TimeInterval? = nil) { self.after = after }

    /// Also when the clock was turned back, since nobody knows then for how long.
    public func locks(awaySince left: Date?, now: Date) -> Bool {
        guard let after, let left else { return false }
        let away = now.timeIntervalSince(left)
        return away < 0 || away >= after
    }
}
