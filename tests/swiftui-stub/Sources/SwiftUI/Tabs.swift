/// Places side by side: the chosen one, and the bar below it unless a page hides it.
public struct TabView<V: Hashable, C: View>: _Leaf {
    let selection: Binding<V>?
    let content: C
    public init(selection: Binding<V>?, @ViewBuilder content: () -> C) {
        self.selection = selection
        self.content = content()
    }

    public func _node() -> _Node {
        let pages = pages
        let chosen = pages.first { $0.tag == selection.map { AnyHashable($0.wrappedValue) } } ?? pages.first
        var children = chosen.map { [$0] } ?? []
        if !children.contains(where: { $0.all.contains(where: \.hidesTabBar) }) {
            children.append(_Node("TabBar", children: pages.map { button($0, isChosen: $0.tag == chosen?.tag) }))
        }
        var node = _Node("TabView", children: children)
        node.settle = { if let value = $0.base as? V { selection?.wrappedValue = value } }
        return node
    }

    /// Listed one by one, or made from data.
    private var pages: [_Node] {
        if let several = content as? TupleView { return several.views.map { _walk($0) } }
        let node = _walk(content)
        return node.kind == "ForEach" ? node.children : [node]
    }

    private func button(_ page: _Node, isChosen: Bool) -> _Node {
        var node = _Node("TabButton", children: page.tabItem)
        node.identifier = page.tabItem.flatMap(\.all).compactMap(\.identifier).first
        node.children = page.tabItem.map(bare)
        node.label = page.tabItem.flatMap(\.all).compactMap(\.label).first
        node.badge = page.badge
        node.leastHeight = 49
        node.traits = isChosen ? [.isButton, .isSelected] : .isButton
        node.action = { if let value = page.tag?.base as? V { selection?.wrappedValue = value } }
        return node
    }

    /// The button has the name and speaks.
    private func bare(_ node: _Node) -> _Node {
        var node = node
        (node.identifier, node.label) = (nil, nil)
        node.children = node.children.map(bare)
        return node
    }
}

/// A title with a picture.
public struct Label<T: View, I: View>: _Leaf {
    let title: T
    let icon: I
    public init(@ViewBuilder title: () -> T, @ViewBuilder icon: () -> I) {
        self.title = title()
        self.icon = icon()
    }
    public func _node() -> _Node { _Node("Label", children: [_walk(icon), _walk(title)]) }
}

public protocol TabViewStyle {}
public struct PageTabViewStyle: TabViewStyle {
    public enum IndexDisplayMode: Sendable { case automatic, always, never }
}
extension TabViewStyle where Self == PageTabViewStyle {
    public static func page(indexDisplayMode: PageTabViewStyle.IndexDisplayMode) -> PageTabViewStyle { .init() }
}

extension View {
    /// Pages to swipe have no bar.
    public func tabViewStyle<S: TabViewStyle>(_ style: S) -> some View {
        same {
            $0.kind = "Pager"
            $0.children.removeAll { $0.kind == "TabBar" }
        }
    }
    public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View {
        let item = label()
        return same { $0.tabItem = [_walk(item)] }
    }
    public func tag<V: Hashable>(_ tag: V) -> some View { same { $0.tag = AnyHashable(tag) } }
    public func badge(_ count: Int) -> some View { same { $0.badge = count == 0 ? nil : "\(count)" } }
}
