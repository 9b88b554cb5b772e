import Foundation

/// A view as a test sees it.
public struct _Node {
    public var kind: String
    public var text: String?
    public var label: String?
    public var value: String?
    public var hint: String?
    public var identifier: String?
    public var isHidden = false
    public var isDisabled = false
    public var traits: AccessibilityTraits = []
    public var action: (@MainActor () -> Void)?
    public var tasks: [@MainActor () async -> Void] = []
    public var refresh: (@MainActor () async -> Void)?
    /// Types into a field, in place of what stands there.
    public var type: (@MainActor (String) -> Void)?
    /// What the return key does.
    public var submit: (@MainActor () -> Void)?
    /// Read sign by sign.
    public var spellsOut = false
    public var contentType: UITextContentType?
    public var keyboard: UIKeyboardType?
    public var onAppear: [@MainActor () -> Void] = []
    /// A height that large text can't change.
    public var fixedHeight: CGFloat?
    public var leastWidth: CGFloat = 0
    public var leastHeight: CGFloat = 0
    public var merging: AccessibilityChildBehavior?
    /// What holding it does, and how long it is to be held, seconds.
    public var hold: (@MainActor () -> Void)?
    public var holdSeconds: Double = 0
    public var adjust: (@MainActor (AccessibilityAdjustmentDirection) -> Void)?
    /// Comes to rest on a page that is swiped to.
    public var settle: (@MainActor (AnyHashable) -> Void)?
    /// Which tab it is, and what stands in the bar for it.
    public var tag: AnyHashable?
    public var tabItem: [_Node] = []
    public var badge: String?
    /// The bar with the tabs is hidden where this is.
    public var hidesTabBar = false
    public var hidesBack = false
    public var children: [_Node] = []

    public init(_ kind: String, text: String? = nil, children: [_Node] = []) {
        self.kind = kind
        self.text = text
        self.children = children
    }

    /// It and all below, in reading order.
    public var all: [_Node] { [self] + children.flatMap(\.all) }

    /// What a voice may come to: nothing hidden, nothing below what speaks for its children.
    public var spoken: [_Node] {
        if isHidden { return [] }
        let whole = merging == .ignore || merging == .combine || action != nil || type != nil
        let below = whole ? [] : children.flatMap(\.spoken)
        return speech.isEmpty && action == nil && type == nil ? below : [self] + below
    }

    /// What a voice says here.
    public var speech: String {
        if let own = label ?? text { return own }
        return merging == .combine || action != nil ? words.joined(separator: ", ") : ""
    }

    private var words: [String] {
        if isHidden { return [] }
        if let own = label ?? text { return [own] }
        return children.flatMap(\.words)
    }

    mutating func disable() {
        isDisabled = true
        for index in children.indices { children[index].disable() }
    }

    public func first(_ identifier: String) -> _Node? { all.first { $0.identifier == identifier } }
}

/// A view made here: no body, but a node.
@MainActor
public protocol _Leaf: View where Body == Never {
    func _node() -> _Node
}

extension _Leaf {
    public var body: Never { fatalError("a leaf has no body") }
}

extension Never: View {
    public var body: Never { fatalError("never") }
}

/// Reads a view. Bodies are asked with the environment of where they stand.
@MainActor
public func _walk<V: View>(_ view: V) -> _Node {
    if let leaf = view as? any _Leaf { return leaf._node() }
    return _Node("\(V.self)", children: [_walk(view.body)])
}
