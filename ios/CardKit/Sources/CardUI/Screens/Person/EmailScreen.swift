import CardCore
import CardKit
import SwiftUI

/// Another e-mail address: first the address, then the code that came there. The old one stands until then.
struct EmailScreen: View {
    let stage: Stage
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.email) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if let waiting {
                    CodeForm(
                        stage: stage, email: waiting, button: words.registerNext, tag: Tag.emailSend, proved: proved
                    ) {
                        stage.typed.people.code = ""
                        stage.typed.step = .email
                        if stage.trouble != nil { stage.actions.dismissTrouble() }
                    }
                } else {
                    address
                }
            }
            .disabled(stage.shell.isSending)
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(waiting == nil ? words.emailChangeTitle : words.emailCodeTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private var address: some View {
        StageFormTrouble(stage: stage, focus: $focus)
        Hint(words.emailChangeText)
        EmailField(email: email, focus: $focus, send: send)
        BusyButton(
            text: words.emailChangeSend, busyText: words.emailCodeSending, tag: Tag.emailSend,
            isBusy: stage.shell.isSending, action: send)
    }

    private func send() {
        let address = email.wrappedValue.trimmingCharacters(in: .whitespacesAndNewlines)
        if address.isEmpty {
            focus = .email
            return
        }
        stage.actions.changeEmail(address) {
            stage.typed.people.code = ""
            stage.typed.step = nil
        }
    }

    private func proved() {
        stage.typed.people.email = nil
        announce(words.emailChangeDone)
        stage.back()
        (stage.typed.isDone, stage.typed.hasNewEmail) = (stage.opened == .contact, true)
    }

    private var email: Binding<String> {
        Binding(get: { stage.typed.people.email ?? "" }, set: { stage.typed.people.email = $0 })
    }

    /// The address whose code is waited for, unless the person wants another.
    private var waiting: String? { stage.typed.step == .email ? nil : stage.state.contact?.newEmail }
}
