import CardCore
import CardKit
import SwiftUI

/// Something needs a surer sign-in: what for, and the way to it. Afterwards it goes on.
struct StepUpScreen: View {
    let action: Action
    let trouble: Trouble?
    let actions: any AppActions
    let notNow: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.stepUp) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if let trouble { TroublePanel(trouble: trouble, actions: actions) }
                Heading(text: words.stepUpTitle)
                Text(stepUpWords(action, words))
                    .type(TypeTokens.bodyLarge)
                    .foregroundStyle(palette.onBackground)
                    .fixedSize(horizontal: false, vertical: true)
                Hint(words.stepUpHow)
                PrimaryButton(text: words.stepUpIdPorten, tag: Tag.stepUpIdPorten) { actions.stepUp(action) }
                QuietButton(text: words.stepUpNotNow, tag: Tag.stepUpNotNow, action: notNow)
            }
            .padding(.vertical, Space.regular)
        }
        .navigationBarTitleDisplayMode(.inline)
    }
}
