import CardCore
import CardKit
import SwiftUI

/// Looks for libraries with every letter; a row opens one, a tick takes it along to be read and signed at.
struct FindScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.find) {
            VStack(alignment: .leading, spacing: Space.medium) {
                Search(stage: stage, takesKeyboard: true)
                StageTrouble(stage: stage)
                if let found = stage.shell.found { results(found) } else { Small(words.findSearching) }
            }
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .safeAreaInset(edge: .bottom) { if !stage.typed.chosen.isEmpty { chosen } }
        .navigationTitle(words.findTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private func results(_ found: Found) -> some View {
        Hits(found: found, query: stage.typed.query) { FoundRow(profile: $0, stage: stage) }
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
}
