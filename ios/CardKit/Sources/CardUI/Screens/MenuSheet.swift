import CardKit
import SwiftUI

/// What is done seldom: devices, the lock, another language, and leaving.
struct MenuSheet: View {
    /// The card is behind the lock.
    let hidesCard: Bool
    let actions: any AppActions
    let open: @MainActor (Opened) -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        List {
            Section {
                row(words.menuDevices, icon: .device) {
                    open(.devices)
                    actions.seeDevices()
                }
                .accessibilityIdentifier(Tag.menuDevices)
                Choice(
                    title: words.lockSwitch, meaning: words.lockSwitchHint, tag: Tag.lockCard,
                    isOn: Binding(get: { hidesCard }, set: { actions.lockCard($0) }))
            }
            Section {
                ForEach(allStrings.map(\.languageCode), id: \.self) { code in
                    row(strings(code).languageName, icon: code == words.languageCode ? .check : nil) {
                        open(.nothing)
                        actions.chooseLanguage(code)
                    }
                    .accessibilityAddTraits(code == words.languageCode ? .isSelected : [])
                    .accessibilityIdentifier(Tag.language(code))
                }
            } header: {
                Text(words.menuLanguage).type(TypeTokens.labelMedium)
            }
            Section {
                row(words.menuSignOut, icon: .logout) { open(.signOut) }.accessibilityIdentifier(Tag.signOut)
            }
        }
        .presentationDetents([.medium, .large])
    }

    private func row(_ text: String, icon: CardIcon?, action: @escaping @MainActor () -> Void) -> some View {
        Button(action: action) {
            HStack(spacing: Space.regular) {
                Text(text).type(TypeTokens.bodyLarge)
                Spacer(minLength: 0)
                if let icon { Icon(icon) }
            }
            .foregroundStyle(palette.onSurface)
            .frame(minHeight: Space.touch)
            .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
    }
}
