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
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.cardForm) {
            VStack(alignment: .leading, spacing: Space.large) {
                FormTrouble(trouble: trouble, actions: actions, focus: $focus)
                number
                VStack(alignment: .leading, spacing: Space.regular) {
                    KindSwitch(kind: $typed.form.knows)
                    SecretField(
                        secret: $typed.form.secret, kind: .known(typed.form.knows, words), isShown: $typed.showsSecret,
                        focus: $focus, send: send)
                }
                Sheet {
                    Choice(
                        title: words.cardFormRemember, meaning: words.cardFormRememberHint, tag: Tag.remember,
                        isOn: $typed.form.remembers
                    )
                    .padding(.horizontal, Space.regular)
                    .padding(.vertical, Space.medium)
                }
                VStack(spacing: Space.small) {
                    BusyButton(
                        text: words.cardFormSubmit, busyText: words.cardFormSubmitting, tag: Tag.submit, isBusy: isBusy,
                        action: send)
                    QuietButton(text: words.cardFormForgot, tag: Tag.forgot, isEnabled: !isBusy, action: forgot)
                }
            }
            .disabled(isBusy)
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(words.cardFormTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private var number: some View {
        Labelled(label: words.signInNumber, hint: words.cardFormNumberHint, name: .number, focus: $focus) {
            TextField(words.signInNumber, text: $typed.form.user)
                .textContentType(.username)
                .keyboardType(.numbersAndPunctuation)
                .textInputAutocapitalization(.characters)
                .autocorrectionDisabled()
                .submitLabel(.next)
                .onSubmit { focus = .secret }
                .speechSpellsOutCharacters()
                .privacySensitive()
                .focused($focus, equals: .number)
                .frame(minHeight: 56)
                .accessibilityHint(words.cardFormNumberHint)
                .accessibilityIdentifier(Tag.numberField)
        }
    }

    /// With something missing the keyboard goes there: a button that can't be pressed would say less.
    private func send() {
        if isBusy { return }
        focus = typed.form.missing
        guard typed.form.missing == nil else { return }
        typed.showsSecret = false
        actions.signIn(with: typed.form.takeSecret())
    }
}
