import CardKit
import SwiftUI

/// The question before signing out, with the choice to leave the provider in the browser too.
struct SignOutSheet: View {
    @Binding var leavesBrowser: Bool
    /// Somebody who is getting a card goes on another time.
    var isLater = false
    let signOut: @MainActor () -> Void
    let cancel: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.signOutDialog) {
            VStack(alignment: .leading, spacing: Space.regular) {
                Heading(text: isLater ? words.registerLaterTitle : words.signOutTitle, style: TypeTokens.headlineSmall)
                Hint(isLater ? words.registerLaterText : words.signOutText)
                Choice(
                    title: words.signOutBrowser, meaning: words.signOutBrowserHint, tag: Tag.signOutBrowser,
                    isOn: $leavesBrowser)
                PrimaryButton(
                    text: isLater ? words.registerLaterConfirm : words.signOutConfirm, tag: Tag.signOutConfirm,
                    action: signOut)
                QuietButton(
                    text: isLater ? words.registerLaterCancel : words.signOutCancel, tag: Tag.signOutCancel,
                    action: cancel)
            }
            .padding(.vertical, Space.large)
        }
        .presentationDetents([.medium, .large])
    }
}
