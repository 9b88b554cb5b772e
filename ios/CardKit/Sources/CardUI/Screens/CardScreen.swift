import CardCore
import CardKit
import SwiftUI

/// The card first; under it what is to be known about it. Whose session is over finds all doors there: not everybody has the
/// first.
struct CardScreen: View {
    let page: CardPage
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.card) {
            CardPicture(card: page.card, isChild: page.child != nil) { stage.opened = .reader }
                .padding(.top, Space.tiny)
                .padding(.bottom, 20)
            if let child = page.child {
                VStack(alignment: .leading, spacing: Space.tiny) {
                    SectionTitle(words.cardsOf(child.name))
                    ActFor(child: child, stage: stage, isPrimary: false)
                }
                .padding(.bottom, Space.medium)
            } else if stage.shell.isRegistered {
                Notice(icon: .check, text: words.cardReady, colors: palette.fresh, tag: Tag.cardReady)
                    .padding(.bottom, Space.medium)
            }
            if let trouble = stage.trouble {
                TroublePanel(trouble: trouble, actions: stage.actions).padding(.bottom, Space.medium)
            }
            if page.child == nil, let unused = stage.state.notices.first(where: \.isUnused) {
                NoticePanel(notice: unused, stage: stage).padding(.bottom, Space.medium)
            }
            CardStatus(
                card: page.card, state: stage.state, moments: stage.moments, trouble: stage.trouble,
                actions: stage.actions)
            if stage.state.needsSignIn && !stage.shell.hasOneDoor {
                OtherDoors(actions: stage.actions) { stage.opened = .cardForm }.padding(.top, Space.large)
            }
            LibraryList(card: page.card, child: page.child?.name).padding(.vertical, Space.large)
        }
        .refreshable { stage.actions.refresh() }
    }
}

/// Signed in, and no card here: it is on its way, or couldn't be had.
struct NoCardScreen: View {
    let state: AppState
    let trouble: Trouble?
    let actions: any AppActions
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
    }
}
