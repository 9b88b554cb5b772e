import CardCore
import CardKit
import SwiftUI

/// What is looked for, and the way to the nearest.
struct Search: View {
    let stage: Stage
    /// The keyboard comes by itself.
    let takesKeyboard: Bool
    @FocusState private var isTyping: Bool
    @State private var hasBegun = false
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.medium) {
            field
            if stage.shell.canLocate {
                QuietButton(
                    text: stage.shell.isLocating ? words.findNearBusy : words.findNear, tag: Tag.nearMe,
                    isEnabled: !stage.shell.isLocating
                ) { stage.actions.findNear() }
                if stage.shell.couldNotLocate { Hint(words.findNearFailed) }
            }
        }
        .onAppear { begin() }
    }

    private var field: some View {
        HStack(spacing: Space.small) {
            Icon(.search).foregroundStyle(palette.onSurfaceVariant)
            TextField(words.findLabel, text: query)
                .autocorrectionDisabled()
                .submitLabel(.search)
                .focused($isTyping)
                .frame(minHeight: 56)
                .accessibilityIdentifier(Tag.searchField)
            if !stage.typed.query.isEmpty {
                Button {
                    query.wrappedValue = ""
                    isTyping = true
                } label: {
                    Icon(.close).frame(minWidth: Space.touch, minHeight: Space.touch)
                }
                .buttonStyle(.plain)
                .accessibilityLabel(words.findClear)
                .accessibilityIdentifier(Tag.searchClear)
            }
        }
        .type(TypeTokens.bodyLarge)
        .foregroundStyle(palette.onSurface)
        .padding(.horizontal, Space.regular)
        .background(palette.surfaceContainerLowest, in: shape)
        .overlay { shape.strokeBorder(isTyping ? palette.primary : palette.outline, lineWidth: isTyping ? 2 : 1) }
    }

    /// The keyboard comes by itself the first time, not again on the way back.
    private func begin() {
        if takesKeyboard && !hasBegun && stage.typed.query.isEmpty { isTyping = true }
        hasBegun = true
    }

    /// What is typed is looked for at once.
    private var query: Binding<String> {
        Binding(
            get: { stage.typed.query },
            set: {
                if $0 == stage.typed.query { return }
                stage.typed.query = $0
                stage.actions.find($0)
            })
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.medium) }
}

/// What was found: how many, each in a row of its own kind.
struct Hits<Row: View>: View {
    let found: Found
    let query: String
    @ViewBuilder let row: (LibraryProfile) -> Row
    @Environment(\.words) private var words

    var body: some View {
        if found.libraries.isEmpty {
            Empty(
                icon: .search, title: words.findEmptyTitle(query), text: words.findEmptyText, tag: Tag.searchEmpty)
        } else {
            Small(count).accessibilityAddTraits(.updatesFrequently)
            Sheet {
                ForEach(found.libraries, id: \.library.number) { profile in
                    if profile.library.number != found.libraries.first?.library.number { Divider() }
                    row(profile)
                }
            }
        }
        if found.demo { Small(words.findDemo).accessibilityIdentifier(Tag.demoData) }
    }

    private var count: String {
        let count = found.libraries.count
        if Int(found.total) > count { return words.findHitsShown("\(count)", "\(found.total)") }
        return count == 1 ? words.findHitsOne : words.findHitsMany("\(count)")
    }
}
