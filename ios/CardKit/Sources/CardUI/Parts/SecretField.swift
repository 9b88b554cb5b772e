import CardKit
import SwiftUI

/// PIN or password. Nobody over a shoulder sees it unless it is shown on purpose.
struct SecretField: View {
    @Binding var secret: String
    let kind: CardForm.Knows
    @Binding var isShown: Bool
    let focus: FocusState<FormField?>.Binding
    let send: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Labelled(label: label, hint: hint, name: .secret, focus: focus) {
            HStack(spacing: Space.small) {
                field
                    .textContentType(.password)
                    .textInputAutocapitalization(.never)
                    .autocorrectionDisabled()
                    .submitLabel(.go)
                    .onSubmit(send)
                    .privacySensitive()
                    .focused(focus, equals: .secret)
                    .frame(minHeight: 56)
                    .accessibilityHint(hint)
                    .accessibilityIdentifier(Tag.secretField)
                show
            }
        }
    }

    @ViewBuilder private var field: some View {
        if isShown {
            TextField(label, text: $secret).keyboardType(kind == .pin ? .numberPad : .default)
        } else {
            SecureField(label, text: $secret).keyboardType(kind == .pin ? .numberPad : .default)
        }
    }

    private var show: some View {
        Button {
            isShown.toggle()
            focus.wrappedValue = .secret
        } label: {
            Text(isShown ? words.cardFormHide : words.cardFormShow)
                .type(TypeTokens.labelMedium)
                .foregroundStyle(palette.primary)
                .frame(minWidth: Space.touch, minHeight: Space.touch)
        }
        .buttonStyle(.plain)
        .accessibilityLabel(isShown ? words.cardFormA11yHide : words.cardFormA11yShow)
        .accessibilityIdentifier(Tag.secretShow)
    }

    private var hint: String { kind == .pin ? words.cardFormPinHint : words.cardFormPasswordHint }
    private var label: String { kind == .pin ? words.cardFormPinLabel : words.cardFormPassword }
}
