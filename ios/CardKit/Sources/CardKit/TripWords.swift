import CardCore
import Foundation

extension TripView {
    /// The open stop; none when all are behind.
    public var stop: StopView? { stops.indices.contains(Int(at)) ? stops[Int(at)] : nil }

    /// All stops are behind.
    public var isOver: Bool { Int(at) >= stops.count }

    /// For whom is signed.
    public var who: PartyView? { parties.indices.contains(Int(party)) ? parties[Int(party)] : nil }

    /// The text was read, and whoever holds the phone may sign it; while nobody is known that is the service's to say.
    public var canSign: Bool {
        guard let stop, stop.read, rules != nil, !signing, !fetching else { return false }
        guard let who else { return true }
        if case .here = who.signs { return true }
        return false
    }

    /// Something would be lost by going away without a question.
    public var asksBeforeEnd: Bool { !isOver && stops.contains { $0.read || $0.receipt != nil } }

    /// Something was signed on this trip.
    public var hasSigned: Bool { stops.contains { $0.receipt != nil } }
}

extension PartyView {
    /// Oneself, or the child by name and age.
    public func title(_ words: any Strings) -> String {
        child == nil ? words.tripMyself : words.tripParty("\(age)", name)
    }

    /// Whoever holds the phone may sign for them.
    public var isHere: Bool { if case .here = signs { true } else { false } }

    /// By what right, where it is for a child.
    public func right(_ words: any Strings) -> String? { basis.map { basisWords($0, words) } }

    /// Until when somebody signs for a child, or why not.
    public func why(_ words: any Strings) -> String? {
        switch signs {
        case .here(let age):
            child == nil ? nil : age.map { words.tripSignsForUntil("\($0)", name) } ?? words.tripSignsFor(name)
        case .themselves: words.tripSignsThemselves(name)
        case .guardian(let age):
            if child == nil {
                age.map { words.tripSignsGuardianSelfUntil("\($0)") } ?? words.tripSignsGuardianSelf
            } else {
                age.map { words.tripSignsGuardianUntil("\($0)", name) } ?? words.tripSignsGuardian(name)
            }
        case .tooYoung(let from): words.tripSignsTooYoung("\(from)")
        case .notSaid: child == nil ? words.tripSignsNotSaidSelf : words.tripSignsNotSaid(name)
        }
    }
}

/// By what right somebody signs for a child.
public func basisWords(_ basis: Basis, _ words: any Strings) -> String {
    switch basis {
    case .parentalResponsibility: words.tripBasisParental
    case .guardian: words.tripBasisGuardian
    case .libraryConfirmed: words.tripBasisLibrary
    }
}

/// What not signing leads to.
public func consequence(_ rules: RulesView, _ agreement: Agreement, _ words: any Strings, _ moments: Moments) -> String?
{
    guard let changes = rules.changes else { return nil }
    if changes.severity == .editorial { return words.tripConsequenceNone }
    let (has, day) = (moments.hasCome(rules.validFrom), moments.day(rules.validFrom))
    return switch agreement {
    case .rules: has ? words.tripConsequenceNow : words.tripConsequenceFrom(day)
    case .staffless: has ? words.tripConsequenceStafflessNow : words.tripConsequenceStafflessFrom(day)
    }
}

extension AppState {
    /// The child for whom was signed at a stop.
    public func childOf(_ stop: StopView) -> String? { receipts.first { $0.id == stop.receipt }?.child }
}

/// How a stop went.
public enum Outcome: Equatable, Sendable {
    case skipped, waitsDesk, waitsDigital, signed, member, staffless

    /// Only what the library confirmed is called so. For a child for whom nobody acts any more this page doesn't know that: signed
    /// is what it is.
    public init(_ stop: StopView, _ state: AppState) {
        let relation = state.relations.first { $0.profile.library.number == stop.library.number }
        let isConfirmed = relation?.agreement(stop.agreement)?.signed?.confirmed == true
        let child = state.receipts.first { $0.id == stop.receipt }?.child
        if stop.receipt == nil {
            self = .skipped
        } else if !isConfirmed && stop.activation == .inPerson {
            self = .waitsDesk
        } else if child != nil && child != state.acting?.name {
            self = .signed
        } else if !isConfirmed {
            self = .waitsDigital
        } else {
            self = stop.agreement == .staffless ? .staffless : .member
        }
    }

    /// About a child where there is one.
    public func said(_ words: any Strings, child: String? = nil) -> String {
        switch self {
        case .member where child != nil: child.map(words.tripMemberChild) ?? words.tripMember
        case .staffless where child != nil: child.map(words.tripHasStafflessChild) ?? words.tripHasStaffless
        case .skipped: words.tripSkipped
        case .waitsDesk: words.tripWaitsDesk
        case .waitsDigital: words.tripWaitsDigital
        case .signed: words.tripSigned
        case .member: words.tripMember
        case .staffless: words.tripHasStaffless
        }
    }
}
