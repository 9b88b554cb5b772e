import CardKit
import SwiftUI

/// All languages in their own names: nobody has to find a menu in a language that they don't read.
struct Languages: View {
    let choose: @MainActor (String) -> Void
    @Environment(\.words) private var words

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack(spacing: 0) { names }
            VStack(spacing: 0) { names }
        }
        .frame(maxWidth: .infinity)
        .accessibilityElement(children: .contain)
        .accessibilityLabel(words.meLanguage)
    }

    private var names: some View {
        ForEach(allStrings.map(\.languageCode), id: \.self) { code in
            LanguageButton(language: strings(code), isChosen: code == words.languageCode) { choose(code) }
        }
    }
}

private struct LanguageButton: View {
    let language: any Strings
    let isChosen: Bool
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: action) {
            Text(language.languageName)
                .fontWeight(isChosen ? .semibold : .regular)
                .underline(isChosen)
                .type(TypeTokens.bodyMedium)
                .foregroundStyle(isChosen ? palette.onSurface : palette.onSurfaceVariant)
                .padding(.horizontal, 10)
                .frame(minWidth: Space.touch, minHeight: Space.touch)
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(isChosen ? .isSelected : [])
        .accessibilityIdentifier(Tag.language(language.languageCode))
    }
}
