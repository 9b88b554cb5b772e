import CardKit
import SwiftUI

/// PIN or password. Nobody over a shoulder sees it unless a password is shown on purpose; a voice never says it.
struct SecretField: View {
    @Binding var secret: String
    let kind: CardForm.Knows
    @Binding var isShown: Bool
    let send: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Labelled(label: label, hint: kind == .pin ? words.cardFormPinHint : nil) {
            HStack(spacing: Space.small) {
                field
                    .textContentType(.password)
                    .textInputAutocapitalization(.never)
                    .autocorrectionDisabled()
                    .submitLabel(.go)
                    .onSubmit(send)
                    .privacySensitive()
                    .accessibilityIdentifier(Tag.secretField)
                if kind == .password { show }
            }
        }
    }

    @ViewBuilder private var field: some View {
        switch kind {
        case .pin: SecureField(label, text: $secret).keyboardType(.numberPad).accessibilityHint(words.cardFormPinHint)
        case .password where isShown: TextField(label, text: $secret).keyboardType(.asciiCapable)
        case .password: SecureField(label, text: $secret)
        }
    }

    private var show: some View {
        Button {
            isShown.toggle()
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

    private var label: String { kind == .pin ? words.cardFormPinLabel : words.cardFormPassword }
}
