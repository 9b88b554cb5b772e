public enum HorizontalAlignment: Sendable { case leading, center, trailing }
public enum VerticalAlignment: Sendable { case top, center, bottom, firstTextBaseline }
public enum TextAlignment: Sendable { case leading, center, trailing }
public enum Axis: Sendable {
    case horizontal, vertical
    public struct Set: OptionSet, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }
        public static let horizontal = Set(rawValue: 1)
        public static let vertical = Set(rawValue: 2)
    }
}
public enum Alignment: Sendable {
    case center, leading, trailing, top, bottom, topLeading, topTrailing, bottomLeading, bottomTrailing
}

public struct VStack<C: View>: _Leaf {
    let content: C
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {
        self.content = content()
    }
    public func _node() -> _Node { _Node("VStack", children: [_walk(content)]) }
}

public struct HStack<C: View>: _Leaf {
    let content: C
    public init(alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {
        self.content = content()
    }
    public func _node() -> _Node { _Node("HStack", children: [_walk(content)]) }
}

public struct ZStack<C: View>: _Leaf {
    let content: C
    public init(alignment: Alignment = .center, @ViewBuilder content: () -> C) { self.content = content() }
    public func _node() -> _Node { _Node("ZStack", children: [_walk(content)]) }
}

public struct Group<C: View>: _Leaf {
    let content: C
    public init(@ViewBuilder content: () -> C) { self.content = content() }
    public func _node() -> _Node { _Node("Group", children: [_walk(content)]) }
}

public struct ScrollView<C: View>: _Leaf {
    let content: C
    public init(_ axes: Axis.Set = .vertical, @ViewBuilder content: () -> C) { self.content = content() }
    public func _node() -> _Node { _Node("ScrollView", children: [_walk(content)]) }
}

public struct NavigationStack<C: View>: _Leaf {
    let content: C
    var path: () -> _Path? = { nil }
    public init(@ViewBuilder root: () -> C) { content = root() }
    public func _node() -> _Node {
        let before = _Path.now
        _Path.now = path()
        defer { _Path.now = before }
        return _Node("NavigationStack", children: [_walk(content)])
    }
}

public struct LazyVStack<C: View>: _Leaf {
    let content: C
    public init(alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> C) {
        self.content = content()
    }
    public func _node() -> _Node { _Node("LazyVStack", children: [_walk(content)]) }
}

public struct ScrollViewProxy {
    public func scrollTo<ID: Hashable>(_ id: ID, anchor: UnitPoint? = nil) {}
}

public struct ScrollViewReader<C: View>: _Leaf {
    let content: C
    public init(@ViewBuilder content: (ScrollViewProxy) -> C) { self.content = content(ScrollViewProxy()) }
    public func _node() -> _Node { _Node("ScrollViewReader", children: [_walk(content)]) }
}

public struct DisclosureGroup<L: View, C: View>: _Leaf {
    let isExpanded: Binding<Bool>
    let label: L
    let content: () -> C
    public init(isExpanded: Binding<Bool>, @ViewBuilder content: @escaping () -> C, @ViewBuilder label: () -> L) {
        self.isExpanded = isExpanded
        self.content = content
        self.label = label()
    }
    public func _node() -> _Node {
        var head = _Node("DisclosureButton", children: [_walk(label)])
        head.traits.insert(.isButton)
        head.action = { isExpanded.wrappedValue.toggle() }
        return _Node("DisclosureGroup", children: [head] + (isExpanded.wrappedValue ? [_walk(content())] : []))
    }
}

/// Shows the first of its contents here.
public struct ViewThatFits<C: View>: _Leaf {
    let content: C
    public init(in axes: Axis.Set = [.horizontal, .vertical], @ViewBuilder content: () -> C) {
        self.content = content()
    }
    public func _node() -> _Node {
        if let several = content as? TupleView { return several.views.first.map { _walk($0) } ?? _Node("ViewThatFits") }
        return _walk(content)
    }
}

public struct ForEach<Data: RandomAccessCollection, C: View>: _Leaf {
    let views: [C]
    public init<ID: Hashable>(_ data: Data, id: KeyPath<Data.Element, ID>, @ViewBuilder content: (Data.Element) -> C) {
        views = data.map(content)
    }
    public func _node() -> _Node { _Node("ForEach", children: views.map { _walk($0) }) }
}

public struct GeometryProxy {
    public var size: CGSize { CGSize(width: 390, height: 844) }
    public func bounds(of space: NamedCoordinateSpace) -> CGRect? { nil }
}

public struct GeometryReader<C: View>: _Leaf {
    let content: C
    public init(@ViewBuilder content: (GeometryProxy) -> C) { self.content = content(GeometryProxy()) }
    public func _node() -> _Node { _Node("GeometryReader", children: [_walk(content)]) }
}

public struct TimelineView<S: TimelineSchedule, C: View>: _Leaf {
    let content: C
    public init(_ schedule: S, @ViewBuilder content: (TimelineViewDefaultContext) -> C) {
        self.content = content(TimelineViewDefaultContext())
    }
    public func _node() -> _Node { _Node("TimelineView", children: [_walk(content)]) }
}

public struct TimelineViewDefaultContext: Sendable {
    public var date: Date { Date(timeIntervalSinceReferenceDate: 0) }
}

public protocol TimelineSchedule {}
public struct AnimationTimelineSchedule: TimelineSchedule {}
public struct PeriodicTimelineSchedule: TimelineSchedule {}

extension TimelineSchedule where Self == AnimationTimelineSchedule {
    public static func animation(minimumInterval: Double? = nil, paused: Bool = false) -> Self { Self() }
}

extension TimelineSchedule where Self == PeriodicTimelineSchedule {
    public static func periodic(from start: Date, by interval: TimeInterval) -> Self { Self() }
}

public struct Spacer: _Leaf {
    public init(minLength: CGFloat? = nil) {}
    public func _node() -> _Node { _Node("Spacer") }
}

public struct Divider: _Leaf {
    public init() {}
    public func _node() -> _Node { _Node("Divider") }
}

public struct NamedCoordinateSpace: Sendable {
    public static let scrollView = Self()
}
