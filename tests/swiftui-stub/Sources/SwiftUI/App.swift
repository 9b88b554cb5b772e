// swift-format-ignore-file
@MainActor @preconcurrency
public protocol App {
    associatedtype Body: Scene
    @SceneBuilder @MainActor var body: Body { get }
    @MainActor init()
}

extension App {
    public static func main() {}
}

@MainActor
public protocol Scene {}

@resultBuilder @MainActor
public enum SceneBuilder {
    public static func buildBlock<S: Scene>(_ scene: S) -> S { scene }
}

public struct WindowGroup<C: View>: Scene {
    public let content: () -> C
    public init(@ViewBuilder content: @escaping () -> C) { self.content = content }
}

@propertyWrapper
public struct SceneStorage<Value> {
    final class Box {
        var value: Value
        init(_ value: Value) { self.value = value }
    }
    let box: Box
    public init(_ key: String) where Value == Data? { box = Box(nil) }
    public var wrappedValue: Value {
        get { box.value }
        nonmutating set { box.value = newValue }
    }
}

public let NSUserActivityTypeBrowsingWeb = "NSUserActivityTypeBrowsingWeb"

/// In Foundation on Apple's systems.
public final class NSUserActivity {
    public var webpageURL: URL?
}

extension View {
    public func onContinueUserActivity(_ type: String, perform action: @escaping @MainActor (NSUserActivity) -> Void)
        -> some View
    { same() }
}
