public struct Edge {
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let top = Set(rawValue: 1)
        public static let bottom = Set(rawValue: 2)
        public static let leading = Set(rawValue: 4)
        public static let trailing = Set(rawValue: 8)
        public static let horizontal: Set = [.leading, .trailing]
        public static let vertical: Set = [.top, .bottom]
        public static let all = Set(rawValue: 15)
    }
}

public enum VerticalEdge: Sendable { case top, bottom }
public enum Visibility: Sendable { case automatic, visible, hidden }
public enum TitleDisplayMode: Sendable { case automatic, inline, large }
public struct ToolbarPlacement: Sendable, Equatable {
    let name: String
    public static let navigationBar = Self(name: "navigationBar")
    public static let tabBar = Self(name: "tabBar")
}
public struct PresentationDetent: Hashable, Sendable {
    let name: String
    public static let medium = Self(name: "medium")
    public static let large = Self(name: "large")
}

/// A view with something changed on its node, and perhaps views beside it.
struct _Changed<C: View>: _Leaf {
    let content: C
    var after: [any View] = []
    let change: (inout _Node) -> Void

    func _node() -> _Node {
        var node = _Node("Modified", children: [_walk(content)] + after.map { _walk($0) })
        // What is said of a control is said of the control, not of a box around it.
        if after.isEmpty, node.children.count == 1 { node = node.children[0] }
        change(&node)
        return node
    }
}

extension View {
    func same(beside after: [any View] = [], _ change: @escaping (inout _Node) -> Void = { _ in }) -> some View {
        _Changed(content: self, after: after, change: change)
    }

    public func padding(_ length: CGFloat) -> some View { same() }
    public func padding(_ edges: Edge.Set = .all, _ length: CGFloat? = nil) -> some View { same() }
    public func frame(width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment = .center) -> some View {
        same {
            $0.leastWidth = width ?? $0.leastWidth
            $0.leastHeight = height ?? $0.leastHeight
            $0.fixedHeight = height ?? $0.fixedHeight
        }
    }
    public func frame(
        minWidth: CGFloat? = nil, maxWidth: CGFloat? = nil, minHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
        alignment: Alignment = .center
    ) -> some View {
        same {
            $0.leastWidth = max($0.leastWidth, minWidth ?? 0)
            $0.leastHeight = max($0.leastHeight, minHeight ?? 0)
        }
    }
    public func fixedSize(horizontal: Bool = true, vertical: Bool = true) -> some View { same() }
    public func aspectRatio(_ ratio: CGFloat, contentMode: ContentMode) -> some View { same() }
    public func layoutPriority(_ value: Double) -> some View { same() }
    public func font(_ font: Font?) -> some View { same() }
    public func tracking(_ tracking: CGFloat) -> some View { same() }
    public func lineSpacing(_ spacing: CGFloat) -> some View { same() }
    public func lineLimit(_ lines: Int?) -> some View { same() }
    public func minimumScaleFactor(_ factor: CGFloat) -> some View { same() }
    public func multilineTextAlignment(_ alignment: TextAlignment) -> some View { same() }
    public func textSelection(_ selectability: TextSelectability) -> some View { same() }
    public func foregroundStyle<S: ShapeStyle>(_ style: S) -> some View { same() }
    public func tint(_ color: Color?) -> some View { same() }
    public func opacity(_ opacity: Double) -> some View { same() }
    public func background<S: ShapeStyle>(_ style: S) -> some View { same() }
    public func background<S: ShapeStyle, T: Shape>(_ style: S, in shape: T) -> some View { same() }
    public func background<V: View>(@ViewBuilder content: () -> V) -> some View { same() }
    public func overlay<V: View>(alignment: Alignment = .center, @ViewBuilder content: () -> V) -> some View {
        same(beside: [content()])
    }
    public func clipShape<S: Shape>(_ shape: S) -> some View { same() }
    public func contentShape<S: Shape>(_ shape: S) -> some View { same() }
    public func shadow(color: Color, radius: CGFloat, x: CGFloat = 0, y: CGFloat = 0) -> some View { same() }
    public func rotationEffect(_ angle: Angle) -> some View { same() }
    public func animation<V: Equatable>(_ animation: Animation?, value: V) -> some View { same() }
    public func safeAreaInset<V: View>(edge: VerticalEdge, spacing: CGFloat? = nil, @ViewBuilder content: () -> V)
        -> some View
    { same(beside: [content()]) }
    public func ignoresSafeArea() -> some View { same() }
    public func onGeometryChange<T: Equatable>(
        for type: T.Type, of value: @escaping (GeometryProxy) -> T, action: @escaping (T) -> Void
    ) -> some View { same() }
    public func allowsHitTesting(_ allowed: Bool) -> some View { same() }
    public func id<T: Hashable>(_ id: T) -> some View { same() }
    public func buttonStyle<S: PrimitiveButtonStyle>(_ style: S) -> some View { same() }
    /// What is in it is disabled with it.
    public func disabled(_ disabled: Bool) -> some View { same { if disabled { $0.disable() } } }
    public func scrollBounceBehavior(_ behavior: ScrollBounceBehavior) -> some View { same() }
    public func persistentSystemOverlays(_ visibility: Visibility) -> some View { same() }
    public func privacySensitive(_ sensitive: Bool = true) -> some View { same() }
    @_disfavoredOverload
    public func navigationTitle<S: StringProtocol>(_ title: S) -> some View {
        var heading = _Node("NavigationTitle", text: String(title))
        heading.traits.insert(.isHeader)
        return _Titled(content: self, heading: heading)
    }
    public func navigationBarTitleDisplayMode(_ mode: TitleDisplayMode) -> some View { same() }
    public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View {
        same { if visibility == .hidden, bars.contains(.tabBar) { $0.hidesTabBar = true } }
    }
    public func toolbar<C: View>(@ViewBuilder content: () -> C) -> some View { same(beside: [content()]) }
    public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View { same() }
}

struct _Titled<C: View>: _Leaf {
    let content: C
    let heading: _Node
    func _node() -> _Node { _Node("Titled", children: [heading, _walk(content)]) }
}

public enum ContentMode: Sendable { case fit, fill }
public struct TextSelectability: Sendable { public static let enabled = Self() }
public struct ScrollBounceBehavior: Sendable { public static let basedOnSize = Self() }
