import CardKit
import SwiftUI

/// What is done seldom: another language, and leaving.
struct MenuSheet: View {
    let choose: @MainActor (String) -> Void
    let askSignOut: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        List {
            Section {
                ForEach(allStrings.map(\.languageCode), id: \.self) { code in
                    row(strings(code).languageName, icon: code == words.languageCode ? .check : nil) { choose(code) }
                        .accessibilityAddTraits(code == words.languageCode ? .isSelected : [])
                        .accessibilityIdentifier(Tag.language(code))
                }
            } header: {
                Text(words.menuLanguage).type(TypeTokens.labelMedium)
            }
            Section {
                row(words.menuSignOut, icon: .logout, action: askSignOut).accessibilityIdentifier(Tag.signOut)
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
