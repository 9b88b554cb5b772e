import CardCore
import CardKit
import SwiftUI

/// A PIN, which machines and doors want; and a password for who wishes.
struct SecretsStep: View {
    let stage: Stage
    let registration: RegistrationView
    let goOn: @MainActor () -> Void
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words

    var body: some View {
        RegisterPage(
            tag: Tag.registerSecrets, title: words.registerSecretsTitle, why: words.secretPinText, stage: stage,
            tellsTrouble: true
        ) {
            StageFormTrouble(stage: stage, focus: $focus, resend: send)
            SecretField(
                secret: stage.$typed.people.pin, kind: .newPin(stage.state.secretRules.pinDigits, words),
                isShown: stage.$typed.showsPin, focus: $focus, send: send)
            if wantsPassword {
                SecretField(
                    secret: stage.$typed.people.password,
                    kind: .newPassword(stage.state.secretRules.passwordLeast, words),
                    isShown: stage.$typed.showsPassword, focus: $focus, send: send)
                Small(words.secretPasswordText)
            } else {
                QuietButton(text: words.secretPasswordOpen, tag: Tag.passwordOpen) {
                    stage.typed.wantsPassword = true
                    focus = .password
                }
            }
            BusyButton(
                text: words.registerNext, busyText: words.registerSending, tag: Tag.registerNext,
                isBusy: stage.shell.isSending, action: send)
        }
        .disabled(stage.shell.isSending)
    }

    /// A PIN that was chosen before stays when nothing new is typed.
    private func send() {
        let (pin, password) = (stage.typed.people.pin, stage.typed.people.password)
        if registration.pinSet && pin.isEmpty && password.isEmpty { return goOn() }
        if pin.isEmpty {
            focus = .pin
            return
        }
        (stage.typed.showsPin, stage.typed.showsPassword) = (false, false)
        stage.actions.chooseSecrets(pin: pin, password: password.isEmpty ? nil : password) {
            stage.typed.people.wipe()
            goOn()
        }
    }

    private var wantsPassword: Bool { stage.typed.wantsPassword || !stage.typed.people.password.isEmpty }
}
