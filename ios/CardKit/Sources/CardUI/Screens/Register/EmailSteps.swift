import CardCore
import CardKit
import SwiftUI

/// Where the person is reached. A code goes there, unless one has come back from there already.
struct EmailStep: View {
    let stage: Stage
    let registration: RegistrationView
    let goOn: @MainActor () -> Void
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words

    var body: some View {
        RegisterPage(
            tag: Tag.registerEmail, title: words.registerEmailTitle, why: words.registerEmailText, stage: stage,
            tellsTrouble: true
        ) {
            StageFormTrouble(stage: stage, focus: $focus)
            EmailField(email: email, focus: $focus, send: send)
            BusyButton(
                text: isProved ? words.registerNext : words.emailChangeSend, busyText: words.emailCodeSending,
                tag: Tag.registerNext, isBusy: stage.shell.isSending, action: send)
        }
        .disabled(stage.shell.isSending)
    }

    private func send() {
        if isProved { return goOn() }
        if address.isEmpty {
            focus = .email
            return
        }
        stage.actions.changeEmail(address) {
            stage.typed.people.code = ""
            goOn()
        }
    }

    private var email: Binding<String> {
        Binding(
            get: { stage.typed.people.email ?? registration.email ?? "" }, set: { stage.typed.people.email = $0 })
    }

    private var address: String { email.wrappedValue.trimmingCharacters(in: .whitespacesAndNewlines) }
    private var isProved: Bool { registration.emailVerified && address == registration.email }
}

/// The code that was sent there.
struct CodeStep: View {
    let stage: Stage
    let registration: RegistrationView
    let goOn: @MainActor () -> Void
    let edit: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        RegisterPage(tag: Tag.registerCode, title: words.emailCodeTitle, stage: stage, tellsTrouble: true) {
            CodeForm(
                stage: stage, email: registration.email ?? "", button: words.registerNext, tag: Tag.registerNext,
                proved: goOn, edit: edit)
        }
    }
}

/// A code that came by e-mail: the field, another code, another address.
struct CodeForm: View {
    let stage: Stage
    let email: String
    let button: String
    let tag: String
    let proved: @MainActor () -> Void
    let edit: @MainActor () -> Void
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        StageFormTrouble(stage: stage, focus: $focus, codeAgain: sendAgain, resend: send)
        Plain(words.emailCodeSent(email))
        if stage.typed.isDone {
            Notice(icon: .check, text: words.emailCodeSentAgain, colors: palette.fresh, tag: Tag.saved)
        }
        EmailCodeField(code: stage.$typed.people.code, isBusy: isBusy, focus: $focus, send: send)
            .onAppear { focus = .code }
        BusyButton(text: button, busyText: words.emailCodeChecking, tag: tag, isBusy: isBusy, action: send)
        QuietButton(
            text: words.emailCodeAgain, tag: Tag.codeAgain, icon: .refresh, isEnabled: !isBusy, action: sendAgain)
        QuietButton(text: words.emailCodeEdit, tag: Tag.emailEdit, icon: .mail, isEnabled: !isBusy, action: edit)
    }

    /// It stands there until it is taken.
    private func send() {
        if isBusy { return }
        let code = stage.typed.people.code
        guard code.count == Typed.codeLength else {
            focus = .code
            return
        }
        stage.typed.isDone = false
        stage.actions.proveEmail(code) {
            stage.typed.people.code = ""
            proved()
        }
    }

    private func sendAgain() {
        if isBusy { return }
        stage.typed.people.code = ""
        stage.actions.changeEmail(email) {
            stage.typed.isDone = true
            announce(words.emailCodeSentAgain)
        }
    }

    private var isBusy: Bool { stage.shell.isSending }
}
