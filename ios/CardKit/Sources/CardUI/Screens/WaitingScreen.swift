import CardCore
import CardKit
import SwiftUI

/// On the way in.
struct WaitingScreen: View {
    let step: SignInStep
    /// No browser could be opened: the address is shown, to be taken there by hand.
    let hasNoBrowser: Bool
    let trouble: Trouble?
    let actions: any AppActions
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.waiting) {
            if let trouble { TroublePanel(trouble: trouble, actions: actions).padding(.top, Space.regular) }
            VStack(spacing: Space.medium) {
                Pulse(color: palette.primary, size: CGSize(width: 72, height: 44), bar: 5).padding(
                    .vertical, Space.huge)
                Heading(text: title).multilineTextAlignment(.center)
                if let url {
                    if hasNoBrowser {
                        Address(url: url)
                    } else {
                        Text(words.browserText)
                            .type(TypeTokens.bodyLarge)
                            .foregroundStyle(palette.onSurfaceVariant)
                            .multilineTextAlignment(.center)
                    }
                }
            }
            .frame(maxWidth: .infinity)
            .padding(.vertical, Space.large)
            if url != nil {
                PrimaryButton(text: words.browserOpenAgain, tag: Tag.openBrowserAgain, icon: .browser) {
                    actions.openBrowserAgain()
                }
                .padding(.bottom, Space.small)
            }
            if step != .checking {
                QuietButton(text: words.browserCancel, tag: Tag.cancelSignIn) { actions.cancelSignIn() }
            }
        }
    }

    private var url: String? {
        if case .inBrowser(let url, _) = step { url } else { nil }
    }

    private var title: String {
        switch step {
        case .preparing: words.browserPreparing
        case .inBrowser: words.browserTitle
        case .codeWanted: words.oneTimeCodeTitle
        case .checking: words.browserChecking
        }
    }
}
