import CardCore
import CardKit
import SwiftUI

/// Nothing is left to tell: the card is being made, by itself. What went wrong can be tried again; there are never two cards.
struct FinishStep: View {
    let stage: Stage
    let goOn: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        RegisterPage(
            tag: Tag.registerFinish, title: isMaking ? words.registerFinishTitle : words.registerFinishFailed,
            stage: stage
        ) {
            if isMaking {
                VStack(alignment: .leading, spacing: Space.regular) {
                    Pulse(color: palette.primary, size: CGSize(width: 72, height: 44), bar: 5)
                    Plain(words.registerFinishText)
                }
                .accessibilityElement(children: .combine)
                .accessibilityAddTraits(.updatesFrequently)
            } else {
                Hint(words.registerFinishFailedText)
                if !isRefused {
                    PrimaryButton(text: words.registerRetry, tag: Tag.registerRetry, icon: .refresh, action: again)
                }
            }
        }
        .onAppear {
            announce(words.registerFinishTitle)
            stage.typed.hasAskedForCard = true
            if stage.trouble == nil { stage.actions.finishRegistration() }
        }
    }

    /// It is asked for as soon as this page is here.
    private var isMaking: Bool {
        stage.shell.isSending || stage.trouble == nil && !stage.typed.hasAskedForCard
    }

    private var isRefused: Bool { stage.state.trouble == .NotAllowed }

    /// What is missing is asked for before.
    private func again() {
        if stage.shell.refused == .Incomplete {
            stage.actions.dismissTrouble()
            return goOn()
        }
        stage.actions.finishRegistration()
    }
}
