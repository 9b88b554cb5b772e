import CardKit
import SwiftUI

/// The card is there, and hidden until the device recognises its owner.
struct LockedScreen: View {
    let trouble: Trouble?
    let actions: any AppActions
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.locked) {
            VStack(alignment: .leading, spacing: Space.regular) {
                EmptyCard()
                if let trouble { TroublePanel(trouble: trouble, actions: actions) }
                Heading(text: words.lockTitle)
                Hint(words.lockText)
                PrimaryButton(text: words.lockUnlock, tag: Tag.unlock, icon: .lock) { actions.unlock() }
            }
            .padding(.vertical, Space.large)
        }
    }
}
