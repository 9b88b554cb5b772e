@_exported import Foundation
@_exported import Observation

@MainActor @preconcurrency
public protocol View {
    associatedtype Body: View
    @ViewBuilder @MainActor var body: Body { get }
}

public struct EmptyView: _Leaf {
    nonisolated public init() {}
    public func _node() -> _Node { _Node("EmptyView") }
}

public struct TupleView: _Leaf {
    let views: [any View]
    public func _node() -> _Node { _Node("TupleView", children: views.map { _walk($0) }) }
}

extension Optional: View where Wrapped: View {
    public var body: Never { fatalError("a leaf has no body") }
}

extension Optional: _Leaf where Wrapped: View {
    public func _node() -> _Node { _Node("Optional", children: map { [_walk($0)] } ?? []) }
}

public struct _ConditionalContent<A: View, B: View>: _Leaf {
    let view: any View
    public func _node() -> _Node { _walk(view) }
}

@resultBuilder @MainActor
public enum ViewBuilder {
    public static func buildExpression<V: View>(_ view: V) -> V { view }
    public static func buildBlock() -> EmptyView { EmptyView() }
    public static func buildBlock<V: View>(_ view: V) -> V { view }
    @_disfavoredOverload
    public static func buildBlock<each V: View>(_ view: repeat each V) -> TupleView {
        var views: [any View] = []
        repeat views.append(each view)
        return TupleView(views: views)
    }
    public static func buildIf<V: View>(_ view: V?) -> V? { view }
    public static func buildEither<A: View, B: View>(first view: A) -> _ConditionalContent<A, B> { .init(view: view) }
    public static func buildEither<A: View, B: View>(second view: B) -> _ConditionalContent<A, B> { .init(view: view) }
}

@MainActor @preconcurrency
public protocol ViewModifier {
    associatedtype Result: View
    typealias Content = _Content
    @ViewBuilder @MainActor func body(content: Content) -> Result
}

public struct _Content: _Leaf {
    let view: any View
    public func _node() -> _Node { _walk(view) }
}

extension View {
    public func modifier<M: ViewModifier>(_ modifier: M) -> some View { modifier.body(content: _Content(view: self)) }
}
