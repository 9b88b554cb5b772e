import CardCore
import CardKit
import SwiftUI

/// A new PIN, or a new password: what it is for, what it has to be, and that it is changed.
struct SecretScreen: View {
    let stage: Stage
    let isPin: Bool
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: isPin ? Tag.pin : Tag.password) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if stage.typed.isDone { changed } else { form }
            }
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(isPin ? words.secretPinTitle : words.secretPasswordTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private var form: some View {
        StageFormTrouble(stage: stage, focus: $focus, resend: save)
        OfflineLine(stage: stage)
        Hint(isPin ? words.secretPinText : words.secretPasswordText)
        if isPin {
            SecretField(
                secret: stage.$typed.people.pin, kind: .newPin(stage.state.secretRules.pinDigits, words),
                isShown: stage.$typed.showsPin, focus: $focus, send: save
            )
            .disabled(stage.shell.isSending)
        } else {
            SecretField(
                secret: stage.$typed.people.password,
                kind: .newPassword(stage.state.secretRules.passwordLeast, words),
                isShown: stage.$typed.showsPassword, focus: $focus, send: save
            )
            .disabled(stage.shell.isSending)
        }
        BusyButton(
            text: isPin ? words.secretPinSave : words.secretPasswordSave, busyText: words.secretSaving,
            tag: Tag.secretSave, isBusy: stage.shell.isSending, action: save)
    }

    @ViewBuilder private var changed: some View {
        VStack(spacing: Space.small) {
            Icon(.check)
                .type(TypeTokens.displaySmall)
                .foregroundStyle(palette.fresh.text)
                .padding(Space.large)
                .background(palette.fresh.container, in: RoundedRectangle(cornerRadius: 60))
            Heading(text: done, style: TypeTokens.headlineSmall)
            Plain(words.secretChangedHint).multilineTextAlignment(.center)
        }
        .frame(maxWidth: .infinity)
        .padding(.vertical, Space.huge)
        .accessibilityElement(children: .combine)
        .accessibilityIdentifier(Tag.secretChanged)
        PrimaryButton(text: words.secretBack, tag: Tag.submit) { stage.back() }
    }

    private func save() {
        let secret = isPin ? stage.typed.people.pin : stage.typed.people.password
        if secret.isEmpty {
            focus = isPin ? .pin : .password
            return
        }
        (stage.typed.showsPin, stage.typed.showsPassword) = (false, false)
        stage.actions.chooseSecrets(pin: isPin ? secret : nil, password: isPin ? nil : secret) {
            stage.typed.people.wipe()
            stage.typed.isDone = true
            announce(done)
        }
    }

    private var done: String { isPin ? words.secretPinChanged : words.secretPasswordChanged }
}
