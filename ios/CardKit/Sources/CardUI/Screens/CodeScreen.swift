import CardKit
import SwiftUI

/// The service has sent the person a one-time code.
struct CodeScreen: View {
    @Binding var code: String
    /// A code is on its way.
    let isBusy: Bool
    let trouble: Trouble?
    let actions: any AppActions
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.oneTimeCode) {
            VStack(alignment: .leading, spacing: Space.large) {
                FormTrouble(trouble: trouble, actions: actions, focus: $focus)
                Text(words.oneTimeCodeText)
                    .type(TypeTokens.bodyLarge)
                    .foregroundStyle(palette.onBackground)
                    .fixedSize(horizontal: false, vertical: true)
                Labelled(label: words.oneTimeCodeLabel, name: .code, focus: $focus) {
                    TextField(words.oneTimeCodeLabel, text: $code)
                        .textContentType(.oneTimeCode)
                        .keyboardType(.numberPad)
                        .speechSpellsOutCharacters()
                        .disabled(isBusy)
                        .focused($focus, equals: .code)
                        .frame(minHeight: 56)
                        .accessibilityIdentifier(Tag.codeField)
                }
                VStack(spacing: Space.small) {
                    BusyButton(
                        text: words.oneTimeCodeSubmit, busyText: words.oneTimeCodeSubmitting, tag: Tag.submit,
                        isBusy: isBusy, action: send)
                    QuietButton(text: words.oneTimeCodeCancel, tag: Tag.cancelSignIn) { actions.cancelSignIn() }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(words.oneTimeCodeTitle)
        .navigationBarTitleDisplayMode(.inline)
        .onAppear { focus = .code }
    }

    /// Emptied as soon as it is sent: a wrong one isn't tried twice.
    private func send() {
        if isBusy { return }
        guard code.count == Typed.codeLength else {
            focus = .code
            return
        }
        let sent = code
        code = ""
        actions.giveOneTimeCode(sent)
    }
}
