import CardKit
import SwiftUI

/// The question before signing out, with the choice to leave the provider in the browser too.
struct SignOutSheet: View {
    @Binding var leavesBrowser: Bool
    let signOut: @MainActor () -> Void
    let cancel: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.signOutDialog) {
            VStack(alignment: .leading, spacing: Space.regular) {
                Heading(text: words.signOutTitle, style: TypeTokens.headlineSmall)
                Hint(words.signOutText)
                Choice(
                    title: words.signOutBrowser, meaning: words.signOutBrowserHint, tag: Tag.signOutBrowser,
                    isOn: $leavesBrowser)
                PrimaryButton(text: words.signOutConfirm, tag: Tag.signOutConfirm, action: signOut)
                QuietButton(text: words.signOutCancel, tag: Tag.signOutCancel, action: cancel)
            }
            .padding(.vertical, Space.large)
        }
        .presentationDetents([.medium, .large])
    }
}
