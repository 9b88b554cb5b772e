@_exported import Foundation

@MainActor open class UIScreen {
    public var brightness: CGFloat = 0.5
    public init() {}
}

@MainActor open class UIWindow {
    public init() {}
}

@MainActor open class UIScene {
    public init() {}
}

@MainActor public final class UIWindowScene: UIScene {
    public let screen = UIScreen()
    public var keyWindow: UIWindow?
}

@MainActor public final class UIApplication {
    public static let shared = UIApplication()
    public var connectedScenes: [UIScene] = []
}

@MainActor public final class UIPasteboard {
    public static let general = UIPasteboard()
    public var string: String?
}

@MainActor public final class UIDevice {
    public static let current = UIDevice()
    /// The owner may have put their name here.
    public let name = "Kari's phone"
    public let model = "iPhone"
}
