import CardCore
import CardKit
import SwiftUI

/// An e-mail address.
struct EmailField: View {
    @Binding var email: String
    let focus: FocusState<FormField?>.Binding
    let send: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Labelled(label: words.emailChangeLabel, name: .email, focus: focus) {
            TextField(words.emailChangeLabel, text: $email)
                .textContentType(.emailAddress)
                .keyboardType(.emailAddress)
                .textInputAutocapitalization(.never)
                .autocorrectionDisabled()
                .submitLabel(.send)
                .onSubmit(send)
                .privacySensitive()
                .focused(focus, equals: .email)
                .frame(minHeight: 56)
                .accessibilityIdentifier(Tag.emailField)
        }
    }
}

/// The code that came by e-mail: offered from the message, and on its way by itself when the last digit stands there.
struct EmailCodeField: View {
    @Binding var code: String
    let isBusy: Bool
    let focus: FocusState<FormField?>.Binding
    let send: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Labelled(label: words.emailCodeLabel, name: .code, focus: focus) {
            TextField(words.emailCodeLabel, text: typed)
                .textContentType(.oneTimeCode)
                .keyboardType(.numberPad)
                .speechSpellsOutCharacters()
                .privacySensitive()
                .disabled(isBusy)
                .focused(focus, equals: .code)
                .frame(minHeight: 56)
                .accessibilityIdentifier(Tag.codeField)
        }
    }

    private var typed: Binding<String> {
        Binding(
            get: { code },
            set: {
                let before = code
                code = $0
                if code != before, code.count == Typed.codeLength { send() }
            })
    }
}

/// A telephone number.
struct PhoneField: View {
    @Binding var phone: String
    let focus: FocusState<FormField?>.Binding
    @Environment(\.words) private var words

    var body: some View {
        Labelled(label: words.contactFormPhone, hint: words.contactFormPhoneHint, name: .phone, focus: focus) {
            TextField(words.contactFormPhone, text: $phone)
                .textContentType(.telephoneNumber)
                .keyboardType(.phonePad)
                .privacySensitive()
                .focused(focus, equals: .phone)
                .frame(minHeight: 56)
                .accessibilityHint(words.contactFormPhoneHint)
                .accessibilityIdentifier(Tag.phoneField)
        }
    }
}

/// How somebody would rather be reached.
struct Channels: View {
    let chosen: Channel
    let choose: @MainActor (Channel) -> Void
    @Environment(\.words) private var words

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            SectionTitle(words.channelTitle)
            Sheet {
                ForEach(Channel.all, id: \.self) { channel in
                    if channel != Channel.all.first { RowLine() }
                    RadioRow(
                        title: channelWords(channel, words), hint: channel == .sms ? words.channelSmsHint : nil,
                        tag: Tag.channel(channel.name), isChosen: channel == chosen
                    ) { choose(channel) }
                }
            }
        }
    }
}

/// What comes from Folkeregisteret and isn't changed here: marked as such.
struct RegistryPanel<Facts: View>: View {
    let source: String
    let address: String
    @ViewBuilder let facts: () -> Facts
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            StatusLine(icon: .lock, text: source, color: palette.onSurfaceVariant, style: TypeTokens.labelMedium)
                .accessibilityElement(children: .combine)
                .padding(.horizontal, Space.regular)
                .padding(.top, Space.medium)
            facts()
            Small(address).padding(.horizontal, Space.regular).padding(.bottom, Space.medium)
        }
    }
}
