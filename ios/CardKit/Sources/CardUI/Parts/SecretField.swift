import CardKit
import SwiftUI

/// PIN or password. Nobody over a shoulder sees it unless it is shown on purpose.
struct SecretField: View {
    /// What is typed there, and by which names tests find it.
    struct Kind {
        let label: String
        let hint: String
        let isDigits: Bool
        /// It is being chosen; else it is what somebody has.
        let isNew: Bool
        let name: FormField
        let tag: String
        let showTag: String
    }

    @Binding var secret: String
    let kind: Kind
    @Binding var isShown: Bool
    let focus: FocusState<FormField?>.Binding
    let send: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Labelled(label: kind.label, hint: kind.hint, name: kind.name, focus: focus) {
            HStack(spacing: Space.small) {
                field
                    .textContentType(kind.isNew ? (kind.isDigits ? nil : .newPassword) : .password)
                    .textInputAutocapitalization(.never)
                    .autocorrectionDisabled()
                    .submitLabel(.go)
                    .onSubmit(send)
                    .privacySensitive()
                    .focused(focus, equals: kind.name)
                    .frame(minHeight: 56)
                    .accessibilityHint(kind.hint)
                    .accessibilityIdentifier(kind.tag)
                show
            }
        }
    }

    @ViewBuilder private var field: some View {
        if isShown {
            TextField(kind.label, text: $secret).keyboardType(kind.isDigits ? .numberPad : .default)
        } else {
            SecureField(kind.label, text: $secret).keyboardType(kind.isDigits ? .numberPad : .default)
        }
    }

    private var show: some View {
        Button {
            isShown.toggle()
            focus.wrappedValue = kind.name
        } label: {
            Text(isShown ? words.cardFormHide : words.cardFormShow)
                .type(TypeTokens.labelMedium)
                .foregroundStyle(palette.primary)
                .frame(minWidth: Space.touch, minHeight: Space.touch)
        }
        .buttonStyle(.plain)
        .accessibilityLabel(spoken)
        .accessibilityIdentifier(kind.showTag)
    }

    private var spoken: String { isShown ? words.cardFormA11yHide : words.cardFormA11yShow }
}

extension SecretField.Kind {
    /// What somebody signs in with.
    static func known(_ knows: CardForm.Knows, _ words: any Strings) -> Self {
        Self(
            label: knows == .pin ? words.cardFormPinLabel : words.cardFormPassword,
            hint: knows == .pin ? words.cardFormPinHint : words.cardFormPasswordHint, isDigits: knows == .pin,
            isNew: false, name: .secret, tag: Tag.secretField, showTag: Tag.secretShow)
    }

    /// A PIN that is being chosen.
    static func newPin(_ digits: UInt32, _ words: any Strings) -> Self {
        Self(
            label: words.secretPinLabel, hint: words.secretPinRules("\(digits)"), isDigits: true, isNew: true,
            name: .pin, tag: Tag.pinField, showTag: Tag.pinShow)
    }

    /// A password that is being chosen.
    static func newPassword(_ least: UInt32, _ words: any Strings) -> Self {
        Self(
            label: words.secretPasswordLabel, hint: words.secretPasswordRules("\(least)"), isDigits: false,
            isNew: true, name: .password, tag: Tag.passwordField, showTag: Tag.passwordShow)
    }
}
