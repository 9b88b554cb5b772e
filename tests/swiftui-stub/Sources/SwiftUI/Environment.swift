public protocol EnvironmentKey {
    associatedtype Value
    static var defaultValue: Value { get }
}

public struct EnvironmentValues {
    private var values: [ObjectIdentifier: Any] = [:]

    /// Of the place that is being read.
    @MainActor public static var _now = EnvironmentValues()

    public init() {}

    public subscript<K: EnvironmentKey>(key: K.Type) -> K.Value {
        get { values[ObjectIdentifier(key)] as? K.Value ?? K.defaultValue }
        set { values[ObjectIdentifier(key)] = newValue }
    }

    public var colorScheme = ColorScheme.light
    public var colorSchemeContrast = ColorSchemeContrast.standard
    public var accessibilityReduceMotion = false
    public var dynamicTypeSize = DynamicTypeSize.large
    public var displayScale: CGFloat = 3
    public var scenePhase = ScenePhase.active
    public var openURL = OpenURLAction()
}

public enum ColorScheme: Sendable, CaseIterable { case light, dark }
public enum ColorSchemeContrast: Sendable, CaseIterable { case standard, increased }
public enum ScenePhase: Sendable { case background, inactive, active }

public enum DynamicTypeSize: Int, Sendable, Comparable, CaseIterable {
    case xSmall, small, medium, large, xLarge, xxLarge, xxxLarge
    case accessibility1, accessibility2, accessibility3, accessibility4, accessibility5

    public var isAccessibilitySize: Bool { self >= .accessibility1 }
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

public struct OpenURLAction {
    public func callAsFunction(_ url: URL) {}
}

@propertyWrapper
public struct Environment<T> {
    private let path: KeyPath<EnvironmentValues, T>
    public init(_ path: KeyPath<EnvironmentValues, T>) { self.path = path }
    @MainActor public var wrappedValue: T { EnvironmentValues._now[keyPath: path] }
}

struct _Surroundings<C: View, T>: _Leaf {
    let content: C
    let path: WritableKeyPath<EnvironmentValues, T>
    let value: T

    func _node() -> _Node {
        let before = EnvironmentValues._now
        EnvironmentValues._now[keyPath: path] = value
        defer { EnvironmentValues._now = before }
        return _walk(content)
    }
}

extension View {
    public func environment<T>(_ path: WritableKeyPath<EnvironmentValues, T>, _ value: T) -> some View {
        _Surroundings(content: self, path: path, value: value)
    }
    public func dynamicTypeSize(_ size: DynamicTypeSize) -> some View { environment(\.dynamicTypeSize, size) }
    public func preferredColorScheme(_ scheme: ColorScheme?) -> some View {
        environment(\.colorScheme, scheme ?? EnvironmentValues._now.colorScheme)
    }
}
