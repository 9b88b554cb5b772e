import CardCore
import CardKit
import SwiftUI

/// Looks for libraries with every letter; a row opens one, a tick takes it along to be read and signed at.
struct FindScreen: View {
    let stage: Stage
    @FocusState private var isTyping: Bool
    @State private var hasBegun = false
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.find) {
            VStack(alignment: .leading, spacing: Space.medium) {
                search
                if stage.shell.canLocate {
                    QuietButton(
                        text: stage.shell.isLocating ? words.findNearBusy : words.findNear, tag: Tag.nearMe,
                        isEnabled: !stage.shell.isLocating
                    ) { stage.actions.findNear() }
                    if stage.shell.couldNotLocate { Hint(words.findNearFailed) }
                }
                StageTrouble(stage: stage)
                if let found = stage.shell.found { results(found) } else { Small(words.findSearching) }
            }
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .safeAreaInset(edge: .bottom) { if !stage.typed.chosen.isEmpty { chosen } }
        .navigationTitle(words.findTitle)
        .navigationBarTitleDisplayMode(.inline)
        .onAppear { begin() }
    }

    private var search: some View {
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
        if !hasBegun && stage.typed.query.isEmpty { isTyping = true }
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

    @ViewBuilder private func results(_ found: Found) -> some View {
        if found.libraries.isEmpty {
            Empty(
                icon: .search, title: words.findEmptyTitle(stage.typed.query), text: words.findEmptyText,
                tag: Tag.searchEmpty)
        } else {
            Small(hits(found)).accessibilityAddTraits(.updatesFrequently)
            Sheet {
                ForEach(found.libraries, id: \.library.number) { profile in
                    if profile.library.number != found.libraries.first?.library.number { Divider() }
                    FoundRow(profile: profile, stage: stage)
                }
            }
        }
        if found.demo { Small(words.findDemo).accessibilityIdentifier(Tag.demoData) }
    }

    private func hits(_ found: Found) -> String {
        let count = found.libraries.count
        if Int(found.total) > count { return words.findHitsShown("\(count)", "\(found.total)") }
        return count == 1 ? words.findHitsOne : words.findHitsMany("\(count)")
    }

    /// The way on for those that were chosen.
    private var chosen: some View {
        let count = stage.typed.chosen.count
        return PrimaryButton(
            text: count == 1 ? words.findReadOne : words.findReadMany("\(count)"), tag: Tag.readChosen
        ) {
            stage.read(stage.typed.chosen)
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .background(palette.surfaceContainer)
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.medium) }
}
