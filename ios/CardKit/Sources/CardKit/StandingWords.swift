import CardCore
import Foundation

/// What somebody is to a library, in words. "Du er låner" only where the library has said so.
public func standingWords(_ standing: Standing, _ words: any Strings) -> String {
    switch standing {
    case .none: words.standingNone
    case .pending: words.standingPending
    case .guest: words.standingGuest
    case .active: words.standingActive
    case .blocked: words.standingBlocked
    case .ended: words.standingEnded
    }
}

/// The same with since when.
public func standingSince(_ standing: Standing, _ since: Date, _ words: any Strings, _ moments: Moments) -> String {
    let day = moments.day(since)
    return switch standing {
    case .none: words.standingNone
    case .pending: words.standingPendingSince(day)
    case .guest: words.standingGuestSince(day)
    case .active: words.standingActiveSince(day)
    case .blocked: words.standingBlockedSince(day)
    case .ended: words.standingEndedSince(day)
    }
}

extension RelationView {
    /// What is to be known about it, or done next; about a child when it is the child's.
    public func hint(_ words: any Strings, child: String? = nil) -> String? {
        switch standing {
        case .guest where child != nil: child.map(words.actingGuestHint)
        case .ended where child != nil: child.map(words.actingEndedHint)
        case .pending: deskCode == nil ? words.standingPendingHint : words.standingPendingDeskHint
        case .guest: words.standingGuestHint
        case .blocked: words.standingBlockedHint
        case .ended: words.standingEndedHint
        case .none, .active: nil
        }
    }

    /// The code to show at the desk, with the agreement that it is for.
    public var deskCode: SignedView? {
        agreements.compactMap(\.signed).first { !$0.confirmed && $0.deskCode != nil }
    }

    /// One can ask to become a patron.
    public var canJoin: Bool { [.none, .guest, .ended].contains(standing) && !profile.isGone }

    /// The agreement of this kind.
    public func agreement(_ kind: Agreement) -> AgreementView? { agreements.first { $0.agreement == kind } }
}

extension AgreementView {
    /// A newer version that must be signed.
    public var mustBeSigned: NewerView? { newer.flatMap { $0.severity == .editorial ? nil : $0 } }
}

extension LibraryProfile {
    /// Closed for good.
    public var isGone: Bool { closing.map { $0.forGood && $0.now } ?? false }

    /// Where it is: the place, and the municipality where that is another word.
    public var whereabouts: String {
        library.place.isEmpty || library.place == municipality ? municipality : "\(library.place) · \(municipality)"
    }

    /// How far away, where that is known.
    public func distance(_ words: any Strings) -> String? {
        metres.map { metres in
            if metres < 1000 { return words.findMetres("\((metres + 5) / 10 * 10)") }
            if metres < 9950 {
                let tenths = (metres + 50) / 100
                return words.findKilometres("\(tenths / 10)\(words.languageCode == "en" ? "." : ",")\(tenths % 10)")
            }
            return words.findKilometres("\((metres + 500) / 1000)")
        }
    }
}

extension ClosingView {
    /// Closed, or going to be, in words.
    public func said(_ words: any Strings, _ moments: Moments) -> String {
        let (first, last) = (from.map { moments.day($0) }, to.map { moments.day($0) })
        if forGood { return now ? words.closingGone : first.map(words.closingGoneFrom) ?? words.closingGone }
        if now { return last.map(words.closingNowTo) ?? words.closingNow }
        guard let first else { return words.closingNow }
        return last.map { words.closingFromTo(first, $0) } ?? words.closingFrom(first)
    }
}

/// What one signs.
public func agreementWords(_ agreement: Agreement, _ words: any Strings) -> String {
    agreement == .rules ? words.agreementRules : words.agreementStaffless
}
