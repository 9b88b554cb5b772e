public struct AccessibilityTraits: OptionSet, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
    public static let isButton = Self(rawValue: 1)
    public static let isHeader = Self(rawValue: 2)
    public static let isImage = Self(rawValue: 4)
    public static let isSelected = Self(rawValue: 8)
    public static let updatesFrequently = Self(rawValue: 16)
    public static let isToggle = Self(rawValue: 32)
}

public enum AccessibilityAdjustmentDirection: Sendable { case increment, decrement }

public enum AccessibilityChildBehavior: Sendable { case ignore, contain, combine }

extension View {
    @_disfavoredOverload
    public func accessibilityLabel<S: StringProtocol>(_ label: S) -> some View { same { $0.label = String(label) } }
    @_disfavoredOverload
    public func accessibilityValue<S: StringProtocol>(_ value: S) -> some View { same { $0.value = String(value) } }
    @_disfavoredOverload
    public func accessibilityHint<S: StringProtocol>(_ hint: S) -> some View { same { $0.hint = String(hint) } }
    public func accessibilityIdentifier(_ identifier: String) -> some View {
        _Named(content: self, identifier: identifier)
    }
    public func accessibilityHidden(_ hidden: Bool) -> some View { same { $0.isHidden = hidden } }
    public func accessibilityAddTraits(_ traits: AccessibilityTraits) -> some View {
        same { $0.traits.formUnion(traits) }
    }
    public func accessibilityElement(children: AccessibilityChildBehavior = .ignore) -> some View {
        same { $0.merging = children }
    }
    /// What a voice, a switch or a keyboard does with it.
    public func accessibilityAction(_ handler: @escaping @MainActor () -> Void) -> some View {
        same { $0.action = handler }
    }
    /// What swiping up and down does with it.
    public func accessibilityAdjustableAction(
        _ handler: @escaping @MainActor (AccessibilityAdjustmentDirection) -> Void
    ) -> some View {
        same { $0.adjust = handler }
    }
    public func accessibilitySortPriority(_ priority: Double) -> some View { same() }
}

/// A name on a box of its own when the content has one already.
struct _Named<C: View>: _Leaf {
    let content: C
    let identifier: String
    func _node() -> _Node {
        var node = _walk(content)
        if node.identifier != nil { node = _Node("Named", children: [node]) }
        node.identifier = identifier
        return node
    }
}

/// What a voice says by itself.
public enum AccessibilityNotification {
    public struct Announcement {
        let text: String
        public init(_ text: String) { self.text = text }
        public func post() {}
    }
}
