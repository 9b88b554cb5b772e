/// In UIKit on Apple's systems.
public enum UITextContentType: Sendable {
    case username, password, newPassword, oneTimeCode, emailAddress, telephoneNumber, fullStreetAddress
}
public enum UIKeyboardType: Sendable {
    case `default`, asciiCapable, numbersAndPunctuation, numberPad, emailAddress, phonePad
}

public struct TextInputAutocapitalization: Sendable {
    public static let never = Self()
    public static let characters = Self()
}
public struct ScrollDismissesKeyboardMode: Sendable { public static let interactively = Self() }
public struct SubmitLabel: Sendable {
    public static let next = Self()
    public static let go = Self()
    public static let done = Self()
    public static let search = Self()
    public static let send = Self()
}

/// A field: its title is its label, and what stands in it is its value.
public struct TextField: _Leaf {
    let title: String
    let text: Binding<String>
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text? = nil) {
        self.title = String(title)
        self.text = text
    }
    public func _node() -> _Node {
        var node = _Node("TextField")
        node.label = title
        node.value = text.wrappedValue
        node.type = { text.wrappedValue = $0 }
        return node
    }
}

/// The same for what nobody may see: its value isn't told.
public struct SecureField: _Leaf {
    let title: String
    let text: Binding<String>
    @_disfavoredOverload
    public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text? = nil) {
        self.title = String(title)
        self.text = text
    }
    public func _node() -> _Node {
        var node = _Node("SecureField")
        node.label = title
        node.value = String(repeating: "•", count: text.wrappedValue.count)
        node.type = { text.wrappedValue = $0 }
        return node
    }
}

public struct Toggle<L: View>: _Leaf {
    let isOn: Binding<Bool>
    let label: L
    public init(isOn: Binding<Bool>, @ViewBuilder label: () -> L) {
        self.isOn = isOn
        self.label = label()
    }
    public func _node() -> _Node {
        var node = _Node("Toggle", children: [_walk(label)])
        node.value = isOn.wrappedValue ? "1" : "0"
        node.traits.insert(.isToggle)
        node.action = { isOn.wrappedValue.toggle() }
        return node
    }
}

public struct ProgressView: _Leaf {
    nonisolated public init() {}
    public func _node() -> _Node { _Node("ProgressView") }
}

@propertyWrapper
public struct FocusState<T: Hashable> {
    public struct Binding {
        let state: State<T>.Box
        public var wrappedValue: T {
            get { state.value }
            nonmutating set { state.value = newValue }
        }
    }
    private let box: State<T>.Box
    public init() where T == Bool { box = .init(false) }
    public init<W: Hashable>() where T == W? { box = .init(nil) }
    public var wrappedValue: T {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
    public var projectedValue: Binding { Binding(state: box) }
}

/// Where a voice is.
@propertyWrapper
public struct AccessibilityFocusState {
    public typealias Binding = FocusState<Bool>.Binding
    private let box = State<Bool>.Box(false)
    public init() {}
    public var wrappedValue: Bool {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
    public var projectedValue: Binding { Binding(state: box) }
}

extension View {
    public func textContentType(_ type: UITextContentType?) -> some View { same { $0.contentType = type } }
    public func keyboardType(_ type: UIKeyboardType) -> some View { same { $0.keyboard = type } }
    public func textInputAutocapitalization(_ kind: TextInputAutocapitalization?) -> some View { same() }
    public func autocorrectionDisabled(_ disabled: Bool = true) -> some View { same() }
    public func speechSpellsOutCharacters(_ spells: Bool = true) -> some View { same { $0.spellsOut = spells } }
    public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { same() }
    public func submitLabel(_ label: SubmitLabel) -> some View { same() }
    public func focused(_ condition: FocusState<Bool>.Binding) -> some View { same() }
    public func focused<V: Hashable>(_ binding: FocusState<V>.Binding, equals value: V) -> some View { same() }
    public func accessibilityFocused(_ condition: AccessibilityFocusState.Binding) -> some View { same() }
}
