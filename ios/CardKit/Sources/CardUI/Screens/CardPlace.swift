import CardCore
import CardKit
import SwiftUI

/// The first place: the card, or several side by side, or where one will be.
struct CardPlace: View {
    let stage: Stage

    var body: some View {
        Group {
            if pages.count > 1 {
                CardPager(stage: stage, pages: pages)
            } else if let page = pages.first {
                CardScreen(page: page, stage: stage)
            } else {
                NoCardScreen(state: stage.state, trouble: stage.trouble, actions: stage.actions)
            }
        }
        .modifier(CardBar())
    }

    private var pages: [CardPage] { stage.state.cards(stage.typed) }
}

/// The place's title.
private struct CardBar: ViewModifier {
    @Environment(\.words) private var words

    func body(content: Content) -> some View {
        content.navigationTitle(words.cardTitle).navigationBarTitleDisplayMode(.inline)
    }
}
