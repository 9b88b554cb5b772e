import CardCore
import CardKit
import SwiftUI

/// Looks for one library, and takes it with one press.
struct LibraryPicker: View {
    let stage: Stage
    /// The one that is chosen already.
    let chosen: String?
    /// What a voice says of a row.
    let spoken: (String) -> String
    let pick: @MainActor (String) -> Void
    @Environment(\.words) private var words

    var body: some View {
        Search(stage: stage, takesKeyboard: false)
        if let found = stage.shell.found {
            Hits(found: found, query: stage.typed.query) { profile in
                PickRow(
                    profile: profile, moments: stage.moments, isChosen: profile.library.number == chosen,
                    spoken: spoken(profile.library.name)
                ) { pick(profile.library.number) }
                .disabled(profile.isGone || stage.shell.isSending)
            }
        } else {
            Small(words.findSearching)
        }
    }
}

private struct PickRow: View {
    let profile: LibraryProfile
    let moments: Moments
    let isChosen: Bool
    let spoken: String
    let pick: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: pick) {
            HStack(spacing: Space.regular) {
                VStack(alignment: .leading, spacing: 3) {
                    profile.matchedName.type(TypeTokens.titleSmall).foregroundStyle(palette.onSurface)
                    Small([profile.whereabouts, profile.distance(words)].compactMap { $0 }.joined(separator: " · "))
                    if let closing = profile.closing { ClosingLine(closing: closing, moments: moments) }
                }
                .multilineTextAlignment(.leading)
                .fixedSize(horizontal: false, vertical: true)
                Spacer(minLength: 0)
                if isChosen { Icon(.check).foregroundStyle(palette.primary) }
            }
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(maxWidth: .infinity, minHeight: 64, alignment: .leading)
            .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
        .accessibilityHint(spoken)
        .accessibilityAddTraits(isChosen ? .isSelected : [])
        .accessibilityIdentifier(Tag.pick(profile.library.number))
    }
}
