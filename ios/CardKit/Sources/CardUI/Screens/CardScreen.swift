import CardCore
import CardKit
import SwiftUI

/// The card first; under it what is to be known about it. Whose session is over finds all doors there: not everybody has the
/// first.
struct CardScreen: View {
    let card: CardView
    let state: AppState
    let hasOneDoor: Bool
    let moments: Moments
    let trouble: Trouble?
    let actions: any AppActions
    let open: @MainActor (Opened) -> Void

    var body: some View {
        Page(tag: Tag.card) {
            CardPicture(card: card) { open(.reader) }.padding(.top, Space.tiny).padding(.bottom, 20)
            if let trouble { TroublePanel(trouble: trouble, actions: actions).padding(.bottom, Space.medium) }
            CardStatus(card: card, state: state, moments: moments, trouble: trouble, actions: actions)
            if state.needsSignIn && !hasOneDoor {
                OtherDoors(actions: actions) { open(.cardForm) }.padding(.top, Space.large)
            }
            LibraryList(card: card).padding(.vertical, Space.large)
        }
        .refreshable { actions.refresh() }
        .modifier(CardBar { open(.menu) })
    }
}

/// Signed in, and no card here: it is on its way, or couldn't be had.
struct NoCardScreen: View {
    let state: AppState
    let trouble: Trouble?
    let actions: any AppActions
    let open: @MainActor (Opened) -> Void
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.noCard) {
            CardOutline(text: state.refreshing ? words.cardLoading : words.cardWordmark)
                .padding(.top, Space.tiny)
                .padding(.bottom, 20)
            if let trouble {
                TroublePanel(trouble: trouble, actions: actions)
            } else if !state.refreshing {
                QuietButton(text: words.cardRefresh, tag: Tag.refresh, icon: .refresh) { actions.refresh() }
            }
        }
        .modifier(CardBar { open(.menu) })
    }
}

/// The place's title, and the way to what is done seldom.
private struct CardBar: ViewModifier {
    let openMenu: @MainActor () -> Void
    @Environment(\.words) private var words

    func body(content: Content) -> some View {
        content
            .navigationTitle(words.cardTitle)
            .navigationBarTitleDisplayMode(.inline)
            .toolbar { MenuItem(action: openMenu) }
    }
}

private struct MenuItem: View {
    let action: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        Button(action: action) { Icon(.more).frame(minWidth: Space.touch, minHeight: Space.touch) }
            .accessibilityLabel(words.menuTitle)
            .accessibilityIdentifier(Tag.menu)
    }
}
