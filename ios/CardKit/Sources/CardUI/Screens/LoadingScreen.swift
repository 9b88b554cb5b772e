import CardKit
import SwiftUI

/// The phone is being read. Nobody knows yet what comes, so it is a card's outline where the card would be.
struct LoadingScreen: View {
    let trouble: Trouble?
    let actions: any AppActions
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.loading) {
            CardOutline(text: words.cardLoading, isHeading: true).padding(.top, 56)
            if let trouble { TroublePanel(trouble: trouble, actions: actions).padding(.top, Space.large) }
        }
    }
}
