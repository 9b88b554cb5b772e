import CardCore
import CardKit

/// The page of CardKit; the core's steps are those of getting a card.
typealias Step = CardKit.Step

/// The ways between pages about people.
extension Stage {
    func openContact() {
        open(.contact)
        actions.seeContact()
    }

    func openChild(_ id: String) { go(Step(page: .child, library: typed.library, receipt: typed.receipt, child: id)) }

    /// What was done with a child's card, or with one's own.
    func openLedger(_ child: String?) {
        go(Step(page: .ledger, library: typed.library, receipt: typed.receipt, child: child))
        actions.seeLedger(child)
    }

    /// The choice of who is to get a card. One who is the only one is chosen.
    func addChildren(_ id: String? = nil) {
        typed.forgetChildren()
        let without = state.children.filter { !$0.hasCard }.map(\.id)
        typed.picked = id.map { [$0] } ?? (without.count == 1 ? without : [])
        open(.addChildren)
    }

    /// What a child's library is: the chosen one, or one's own.
    var libraryForChildren: String? { typed.forChildren ?? state.ownHome }

    /// Its name.
    var nameForChildren: String? {
        guard let number = libraryForChildren else { return nil }
        return profile(number)?.library.name ?? state.card?.homeLibrary.flatMap { $0.number == number ? $0.name : nil }
    }

    func openChildCode() { open(.childCode) }

    func openChildLibrary() {
        open(.childLibrary)
        actions.find(typed.query)
    }

    func pickForChildren(_ number: String) {
        back()
        (typed.forChildren, typed.query, typed.isDone) = (number, "", false)
        actions.lookUp(number)
    }

    /// Reads and signs for that child; the others wait their turn.
    func signFor(_ child: String) {
        guard let library = libraryForChildren else { return }
        let queue = typed.queue ?? state.toBeSigned(typed.picked, library)
        typed.queue = queue.filter { $0 != child }
        open(.trip)
        actions.signForChild(child, library)
    }

    /// The next child whose rules are to be signed.
    var nextToSign: ChildView? {
        (typed.queue ?? []).lazy.filter { $0 != state.actingFor }.compactMap { state.child($0) }.first
    }

    /// The same library's rules for that child, on the page that is open.
    func signNext(_ child: String) {
        guard let library = state.trip?.stops.last?.library.number else { return }
        typed.queue = typed.queue?.filter { $0 != child }
        actions.signForChild(child, library)
    }

    /// That card came to rest on the screen. The one that came first stays first.
    func settle(_ card: CardOf) {
        if typed.firstCard == nil { typed.firstCard = CardOf(state.shown) }
        typed.card = card
        actions.showCardOf(card.child)
    }

    /// Shows that card in its place.
    func showCard(_ card: CardOf) {
        settle(card)
        (typed.under, tab, opened) = ([], .card, .nothing)
    }

    /// The same pages about a child's libraries, while the person acts for it.
    var acting: Stage {
        Stage(
            state: state.asActing, shell: shell, moments: moments, trouble: trouble, actions: actions,
            opened: $opened, tab: $tab, typed: $typed, signOut: signOut)
    }
}
