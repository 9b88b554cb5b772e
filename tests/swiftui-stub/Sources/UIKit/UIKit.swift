@_exported import Foundation

@MainActor open class UIScreen {
    public var brightness: CGFloat = 0.5
    public init() {}
}

@MainActor open class UIWindow {
    public var rootViewController: UIViewController?
    public init() {}
}

@MainActor open class UIView {
    public init() {}
}

@MainActor open class UIViewController {
    public let view: UIView? = UIView()
    public private(set) var presentedViewController: UIViewController?
    public let popoverPresentationController: UIPopoverPresentationController? = UIPopoverPresentationController()
    public init() {}
    public func present(_ controller: UIViewController, animated: Bool, completion: (() -> Void)? = nil) {
        presentedViewController = controller
    }
}

@MainActor public final class UIPopoverPresentationController {
    public var sourceView: UIView?
}

@MainActor public final class UIActivityViewController: UIViewController {
    public struct ActivityType: Sendable {}
    public let _items: [Any]
    public var completionWithItemsHandler: (@MainActor (ActivityType?, Bool, [Any]?, (any Error)?) -> Void)?
    public init(activityItems: [Any], applicationActivities: [Any]?) { _items = activityItems }
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
    /// What was opened outside the app.
    public var _opened: [URL] = []
    public func open(_ url: URL) { _opened.append(url) }
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
