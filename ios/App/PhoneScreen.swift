import CardKit
import UIKit

/// The screen that the app is on.
final class PhoneScreen: ScreenBrightness {
    var level: Double {
        get { Double(screen?.brightness ?? 0) }
        set { screen?.brightness = CGFloat(newValue) }
    }

    private var screen: UIScreen? {
        UIApplication.shared.connectedScenes.compactMap { ($0 as? UIWindowScene)?.screen }.first
    }
}
