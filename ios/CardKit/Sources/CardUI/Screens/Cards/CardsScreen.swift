import CardCore
import CardKit
import SwiftUI

/// All cards in a list; a row shows that card.
struct CardsScreen: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.cards) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                Sheet {
                    ForEach(pages, id: \.whose) { page in
                        if page.whose != pages.first?.whose { RowLine() }
                        row(page)
                    }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.cardsTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private func row(_ page: CardPage) -> some View {
        NavRow(
            icon: page.child == nil ? .card : .person, name: page.card.name, hint: hint(page),
            tag: page.child.map { Tag.cardOf($0.id) } ?? Tag.cardOfMe
        ) { stage.showCard(page.whose) }
        .accessibilityHint(page.child == nil ? words.cardsA11yShowMine : words.cardsA11yShow(page.card.name))
    }

    private func hint(_ page: CardPage) -> String {
        let whose = page.child == nil ? words.cardsMine : words.cardsChild
        return page.card.barcode == nil ? "\(whose) · \(noCodeWords(page.card.face, words).title)" : whose
    }

    private var pages: [CardPage] { stage.state.cards(stage.typed) }
}
