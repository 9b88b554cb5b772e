import CardKit
import SwiftUI

/// The card is there, and hidden until the device recognises its owner.
struct LockedScreen: View {
    let trouble: Trouble?
    let actions: any AppActions
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Page(tag: Tag.locked) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if textSize.isAccessibilitySize {
                    Text(words.cardWordmark).type(TypeTokens.titleLarge).foregroundStyle(palette.primary)
                } else {
                    EmptyCard()
                }
                if let trouble { TroublePanel(trouble: trouble, actions: actions) }
                Heading(text: words.lockTitle)
                Hint(words.lockText)
                PrimaryButton(text: words.lockUnlock, tag: Tag.unlock, icon: .lock) { actions.unlock() }
            }
            .padding(.vertical, Space.large)
        }
    }
}
