import CardCore
import CardKit
import SwiftUI

/// The first place: the card, or where it will be.
struct CardPlace: View {
    let stage: Stage

    var body: some View {
        if let card = stage.state.card {
            CardScreen(card: card, stage: stage)
        } else {
            NoCardScreen(state: stage.state, trouble: stage.trouble, actions: stage.actions)
        }
    }
}
