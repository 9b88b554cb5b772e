import CardCore
import SwiftUI

/// Where the person is a patron, the home library first.
struct LibraryList: View {
    let card: CardView
    /// Whose it is, when it is a child's.
    let child: String?
    @Environment(\.words) private var words

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            Text(child.map(words.cardsChildLibraries) ?? words.cardMyLibraries).type(TypeTokens.titleMedium)
                .accessibilityAddTraits(.isHeader)
            Sheet {
                if card.homeLibrary == nil && others.isEmpty {
                    Text(child.map(words.cardsChildNoLibraries) ?? words.cardNoLibraries).type(TypeTokens.bodyMedium)
                        .padding(Space.regular)
                } else {
                    LibraryRow(
                        name: card.homeLibrary?.name ?? words.cardNoHomeLibrary, place: card.homeLibrary?.place,
                        role: words.cardHomeLibrary)
                    ForEach(others, id: \.number) { library in
                        Divider().padding(.leading, 54)
                        LibraryRow(name: library.name, place: library.place, role: nil)
                    }
                }
            }
        }
    }

    private var others: [LibraryView] { card.libraries.filter { $0.number != card.homeLibrary?.number } }
}

private struct LibraryRow: View {
    let name: String
    let place: String?
    let role: String?
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.regular) {
            Icon(.library).foregroundStyle(role == nil ? palette.onSurfaceVariant : palette.primary)
            VStack(alignment: .leading, spacing: 0) {
                if let role { small(role) }
                Text(name).type(TypeTokens.titleSmall).foregroundStyle(palette.onSurface)
                if let place { small(place) }
            }
            .fixedSize(horizontal: false, vertical: true)
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, 14)
        .accessibilityElement(children: .combine)
    }

    private func small(_ text: String) -> some View {
        Text(text).type(TypeTokens.bodySmall).foregroundStyle(palette.onSurfaceVariant)
    }
}
