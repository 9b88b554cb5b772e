import CardCore

/// Whose card.
public enum CardOf: Hashable, Sendable {
    case own
    /// A child's, by its id.
    case child(String)

    /// As the core says it.
    public init(_ child: String?) { self = child.map { .child($0) } ?? .own }

    public var child: String? { if case .child(let id) = self { id } else { nil } }
}

/// One of the cards on this phone.
public struct CardPage: Sendable {
    /// Whose it is; nil for one's own.
    public let child: ChildView?
    public let card: CardView

    public var whose: CardOf { CardOf(child?.id) }
}

extension AppState {
    /// The children for whom the person acts; none before the service told.
    public var children: [ChildView] { household?.children ?? [] }

    public func child(_ id: String?) -> ChildView? { id.flatMap { id in children.first { $0.id == id } } }

    /// The child for whom the person acts now.
    public var acting: ChildView? { child(actingFor) }

    /// All cards, the one that came first when the app began first.
    public func cards(_ typed: Typed) -> [CardPage] {
        let own = card.map { [CardPage(child: nil, card: $0)] } ?? []
        let all = own + children.compactMap { child in child.card.map { CardPage(child: child, card: $0) } }
        let first = typed.firstCard ?? CardOf(shown)
        return all.filter { $0.whose == first } + all.filter { $0.whose != first }
    }

    /// The card that is shown.
    public func shownCard(_ typed: Typed) -> CardPage? {
        let all = cards(typed)
        return all.first { $0.whose == typed.card ?? CardOf(shown) } ?? all.first
    }

    /// What the libraries' pages show while the person acts for a child: the child's.
    public var asActing: AppState {
        guard let acting else { return self }
        var state = self
        (state.relations, state.notices) = (acting.relations, [])
        return state
    }

    /// Number of one's own home library.
    public var ownHome: String? {
        card?.homeLibrary?.number ?? relations.first(where: \.home)?.profile.library.number
    }

    /// The children among these who got a card just now and whose rules aren't signed at that library.
    public func toBeSigned(_ picked: [String], _ library: String?) -> [String] {
        children.filter { picked.contains($0.id) && $0.outcome == .registered && !$0.hasSigned(library) }.map(\.id)
    }
}

extension ChildView {
    /// The lending rules are signed there.
    func hasSigned(_ library: String?) -> Bool {
        relations.first { $0.profile.library.number == library }?.agreement(.rules)?.signed != nil
    }

    /// The person may do things for this child.
    public var canActFor: Bool { may.contains(.signRules) }

    /// The nearest change, when it is near enough to be told in a list.
    public var nearChange: AheadView? { changes.first.flatMap { $0.stage == .later ? nil : $0 } }
}
