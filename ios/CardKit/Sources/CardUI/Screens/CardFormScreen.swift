import CardKit
import SwiftUI

/// The card number's door: who, by what, and whether to be remembered.
struct CardFormScreen: View {
    @Binding var typed: Typed
    /// The form is on its way.
    let isBusy: Bool
    let trouble: Trouble?
    let actions: any AppActions
    let forgot: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.cardForm) {
            VStack(alignment: .leading, spacing: Space.regular) {
                if let trouble { TroublePanel(trouble: trouble, actions: actions) }
                number
                KindSwitch(kind: $typed.form.knows)
                SecretField(secret: $typed.form.secret, kind: typed.form.knows, isShown: $typed.showsSecret, send: send)
                Choice(
                    title: words.cardFormRemember, meaning: words.cardFormRememberHint, tag: Tag.remember,
                    isOn: $typed.form.remembers)
                BusyButton(
                    text: words.cardFormSubmit, busyText: words.cardFormSubmitting, tag: Tag.submit, isBusy: isBusy,
                    isEnabled: typed.form.isFilled, action: send)
                QuietButton(text: words.cardFormForgot, tag: Tag.forgot, isEnabled: !isBusy, action: forgot)
                if typed.form.knows == .pin { Hint(words.cardFormLevel) }
            }
            .disabled(isBusy)
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(words.cardFormTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private var number: some View {
        Labelled(label: words.signInNumber, hint: words.cardFormNumberHint) {
            TextField(words.signInNumber, text: $typed.form.user)
                .textContentType(.username)
                .keyboardType(.numbersAndPunctuation)
                .textInputAutocapitalization(.characters)
                .autocorrectionDisabled()
                .submitLabel(.next)
                .speechSpellsOutCharacters()
                .privacySensitive()
                .accessibilityHint(words.cardFormNumberHint)
                .accessibilityIdentifier(Tag.numberField)
        }
    }

    private func send() {
        guard !isBusy, typed.form.isFilled else { return }
        typed.showsSecret = false
        actions.signIn(with: typed.form.takeSecret())
    }
}
