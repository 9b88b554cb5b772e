import CardKit
import SwiftUI

/// What is done seldom: devices, the lock, another language, and leaving.
struct MenuSheet: View {
    /// The card is behind the lock.
    let hidesCard: Bool
    /// That is being changed.
    let isLocking: Bool
    let actions: any AppActions
    let open: @MainActor (Opened) -> Void
    @State private var wished: Bool?
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
                    isOn: lock)
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
        .onChange(of: isLocking) { _, isLocking in if !isLocking { wished = nil } }
        .presentationDetents([.medium, .large])
    }

    /// Stands as the person wished until it is known how it went; then as it is.
    private var lock: Binding<Bool> {
        Binding(get: { wished ?? hidesCard }, set: { set($0) })
    }

    private func set(_ lock: Bool) {
        wished = lock
        actions.lockCard(lock)
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
