import CardKit
import SwiftUI

/// The service has sent the person a one-time code.
struct CodeScreen: View {
    @Binding var code: String
    let isBusy: Bool
    let trouble: Trouble?
    let actions: any AppActions
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.oneTimeCode) {
            VStack(alignment: .leading, spacing: Space.regular) {
                Heading(text: words.oneTimeCodeTitle)
                Hint(words.oneTimeCodeText)
                if let trouble { TroublePanel(trouble: trouble, actions: actions) }
                Labelled(label: words.oneTimeCodeLabel) {
                    TextField(words.oneTimeCodeLabel, text: $code)
                        .textContentType(.oneTimeCode)
                        .keyboardType(.numberPad)
                        .speechSpellsOutCharacters()
                        .accessibilityIdentifier(Tag.codeField)
                }
                BusyButton(
                    text: words.oneTimeCodeSubmit, busyText: words.oneTimeCodeSubmitting, tag: Tag.submit, isBusy: isBusy,
                    isEnabled: !code.isEmpty, action: send)
                QuietButton(text: words.oneTimeCodeCancel, tag: Tag.cancelSignIn) { actions.cancelSignIn() }
            }
            .padding(.vertical, Space.huge)
        }
        .scrollDismissesKeyboard(.interactively)
    }

    /// Emptied as soon as it is sent: a wrong one isn't tried twice.
    private func send() {
        if isBusy || code.isEmpty { return }
        let sent = code
        code = ""
        actions.giveOneTimeCode(sent)
    }
}
