import SwiftUI

#if canImport(Accessibility)
    import Accessibility
#endif

/// Says something to who listens, besides what the screen shows.
func announce(_ text: String) { AccessibilityNotification.Announcement(text).post() }
