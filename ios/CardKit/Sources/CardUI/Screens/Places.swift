import CardCore
import CardKit
import SwiftUI

/// The three places of somebody who is signed in, what lies over them, and the reading that covers everything.
struct Places: View {
    let stage: Stage
    let doorPage: DoorPage
    @Environment(\.words) private var words

    var body: some View {
        UnderBanner(stage: stage) {
            TabView(selection: stage.$tab) {
                place(.card) { CardPlace(stage: rooted) }
                place(.libraries) { LibrariesScreen(stage: rooted.acting) }
                place(.me) { MeScreen(stage: rooted) }
            }
        }
        .sheet(isPresented: shows(.signOut)) {
            SignOutSheet(leavesBrowser: stage.$typed.leavesBrowser) {
                stage.opened = .nothing
                stage.signOut()
            } cancel: {
                stage.opened = .nothing
            }
        }
        .fullScreenCover(isPresented: covers) { cover }
    }

    private func place<Root: View>(_ tab: AppTab, @ViewBuilder root: () -> Root) -> some View {
        NavigationStack(path: path(tab)) {
            root().navigationDestination(for: Step.self) { step in
                PageOf(step: step, stage: stage, doorPage: doorPage).toolbar(.hidden, for: .tabBar)
            }
        }
        .tabItem { TabSign(tab: tab, isWaiting: isWaiting(tab)) }
        .badge(waiting(tab))
        .tag(tab)
    }

    /// A place under a page tells no failure: the page does.
    private var rooted: Stage {
        hasPage
            ? Stage(
                state: stage.state, shell: stage.shell, moments: stage.moments, trouble: nil, actions: stage.actions,
                opened: stage.$opened, tab: stage.$tab, typed: stage.$typed,
                signOut: stage.signOut) : stage
    }

    private var hasPage: Bool { doorPage != .none || stage.opened.isPage }

    /// The pages over a place, as a stack; going back takes the last ones away.
    private func path(_ tab: AppTab) -> Binding<[Step]> {
        Binding(
            get: { tab == stage.tab ? pages : [] },
            set: { if tab == stage.tab, $0.count < pages.count { goBack(to: $0) } })
    }

    private var pages: [Step] {
        switch doorPage {
        case .none: stage.typed.steps(stage.opened)
        case .form: [Step(page: .cardForm)]
        case .code: [Step(page: .oneTimeCode)]
        case .withoutEid: [Step(page: .withoutEid)]
        }
    }

    private func goBack(to rest: [Step]) {
        if doorPage != .none { return doorPage.goBack(stage.actions, stage.$opened) }
        for _ in rest.count..<pages.count { stage.back() }
    }

    private var covers: Binding<Bool> {
        Binding(
            get: { stage.opened.isReader && shown?.barcode != nil || stage.opened.isTrip },
            set: { if !$0, stage.opened.isReader { stage.opened = .nothing } })
    }

    @ViewBuilder private var cover: some View {
        if stage.opened.isTrip {
            UnderBanner(stage: stage) { TripScreen(stage: stage.acting) }
        } else if let card = shown, let barcode = card.barcode {
            ReaderScreen(card: card, barcode: barcode, isTurned: stage.opened == .readerTurned) {
                stage.opened = $0 ? .readerTurned : .reader
            } close: {
                stage.opened = .nothing
            }
        }
    }

    /// The card that the reader shows.
    private var shown: CardView? { stage.state.shownCard(stage.typed)?.card }

    private func isWaiting(_ tab: AppTab) -> Bool { waiting(tab) > 0 }

    /// How many things wait there. The card has its own panel.
    private func waiting(_ tab: AppTab) -> Int {
        switch tab {
        case .card: 0
        case .libraries: stage.state.asActing.waitsAtLibraries
        case .me: stage.state.notices.count
        }
    }

    private func shows(_ what: Opened) -> Binding<Bool> {
        Binding(get: { stage.opened == what }, set: { if !$0, stage.opened == what { stage.opened = .nothing } })
    }
}

/// A place in the bar.
private struct TabSign: View {
    let tab: AppTab
    let isWaiting: Bool
    @Environment(\.words) private var words

    var body: some View {
        Label {
            Text(name)
        } icon: {
            Icon(icon)
        }
        .accessibilityLabel(isWaiting ? words.tabsA11yWaiting(name) : name)
        .accessibilityIdentifier(tag)
    }

    private var name: String {
        switch tab {
        case .card: words.tabsCard
        case .libraries: words.tabsLibraries
        case .me: words.tabsMe
        }
    }

    private var icon: CardIcon {
        switch tab {
        case .card: .card
        case .libraries: .library
        case .me: .person
        }
    }

    private var tag: String {
        switch tab {
        case .card: Tag.tabCard
        case .libraries: Tag.tabLibraries
        case .me: Tag.tabMe
        }
    }
}
