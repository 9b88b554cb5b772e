import SwiftUI

/// An icon beside its word; never alone, so a voice skips it.
struct Icon: View {
    let icon: CardIcon

    init(_ icon: CardIcon) { self.icon = icon }

    var body: some View { Image(systemName: icon.rawValue).accessibilityHidden(true) }
}
