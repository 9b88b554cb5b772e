public struct Text: _Leaf, Equatable {
    let text: String
    nonisolated public init(verbatim text: String) { self.text = text }
    @_disfavoredOverload nonisolated public init<S: StringProtocol>(_ text: S) { self.text = String(text) }
    public func _node() -> _Node { _Node("Text", text: text) }
    public func fontWeight(_ weight: Font.Weight?) -> Text { self }
    public func underline(_ active: Bool = true) -> Text { self }
    public func strikethrough(_ active: Bool = true) -> Text { self }
    public func bold() -> Text { self }
    public func foregroundColor(_ color: Color?) -> Text { self }
    public static func + (left: Text, right: Text) -> Text { Text(verbatim: left.text + right.text) }
}

public struct Image: _Leaf {
    let name: String
    public init(systemName: String) { name = systemName }
    public func _node() -> _Node { _Node("Image", text: nil) }
    public func resizable() -> Image { self }
}

public struct ButtonRole: Sendable, Equatable {
    let name: String
    public static let destructive = ButtonRole(name: "destructive")
    public static let cancel = ButtonRole(name: "cancel")
}

public struct Button<L: View>: _Leaf {
    let label: L
    let action: @MainActor () -> Void

    public init(role: ButtonRole? = nil, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> L) {
        self.label = label()
        self.action = action
    }
    public func _node() -> _Node {
        var node = _Node("Button", children: [_walk(label)])
        let surroundings = EnvironmentValues._now
        node.action = {
            let before = EnvironmentValues._now
            EnvironmentValues._now = surroundings
            defer { EnvironmentValues._now = before }
            action()
        }
        node.traits.insert(.isButton)
        return node
    }
}

extension Button where L == Text {
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, role: ButtonRole? = nil, action: @escaping @MainActor () -> Void) {
        self.init(role: role, action: action) { Text(title) }
    }
}

public struct List<C: View>: _Leaf {
    let content: C
    public init(@ViewBuilder content: () -> C) { self.content = content() }
    public func _node() -> _Node { _Node("List", children: [_walk(content)]) }
}

public struct Section<H: View, C: View>: _Leaf {
    let header: H
    let content: C
    public init(@ViewBuilder content: () -> C, @ViewBuilder header: () -> H) {
        self.content = content()
        self.header = header()
    }
    public func _node() -> _Node { _Node("Section", children: [_walk(header), _walk(content)]) }
}

extension Section where H == EmptyView {
    public init(@ViewBuilder content: () -> C) { self.init(content: content, header: { EmptyView() }) }
}

public protocol PrimitiveButtonStyle {}
public struct PlainButtonStyle: PrimitiveButtonStyle { public init() {} }
extension PrimitiveButtonStyle where Self == PlainButtonStyle { public static var plain: PlainButtonStyle { .init() } }

public struct ToolbarItemPlacement: Sendable {
    public static let topBarTrailing = Self()
    public static let cancellationAction = Self()
    public static let confirmationAction = Self()
}

public struct ToolbarItem<C: View>: _Leaf {
    let content: C
    public init(placement: ToolbarItemPlacement, @ViewBuilder content: () -> C) { self.content = content() }
    public func _node() -> _Node { _Node("ToolbarItem", children: [_walk(content)]) }
}
