import CardCore
import Foundation

/// Who reads about a change, and about whom.
public enum Reader: Sendable {
    /// Somebody who acts for this child.
    case guardian(of: String)
    /// The young person themselves.
    case own
}

extension AheadView {
    /// The change in one sentence.
    public func sentence(_ reader: Reader, _ words: any Strings) -> String {
        let said = plain(reader, words)
        return library.map { words.changesAtLibrary($0.name, said) } ?? said
    }

    private func plain(_ reader: Reader, _ words: any Strings) -> String {
        switch (reader, ofChild) {
        case (.guardian(let name), true):
            let act = selfAct(act, words)
            return begins ? words.changesChildBegins(act, name) : words.changesChildEnds(act, name)
        case (.guardian(let name), false):
            let act = childAct(act, name, words)
            return begins ? words.changesGuardianBegins(act) : words.changesGuardianEnds(act)
        case (.own, true):
            let act = selfAct(act, words)
            return begins ? words.changesOwnBegins(act) : words.changesOwnEnds(act)
        case (.own, false):
            let act = yourAct(act, words)
            return begins ? words.changesYourGuardianBegins(act) : words.changesYourGuardianEnds(act)
        }
    }
}

/// Changes of one day.
public struct ChangesOfDay: Sendable {
    public let on: String
    public let changes: [AheadView]

    /// By day, the nearest first.
    public static func group(_ all: [AheadView]) -> [ChangesOfDay] {
        var days: [String] = []
        for change in all where !days.contains(change.on) { days.append(change.on) }
        return days.map { day in ChangesOfDay(on: day, changes: all.filter { $0.on == day }) }
    }

    /// How near it is, where that is worth saying.
    public func nearness(_ words: any Strings) -> String? {
        switch changes.first?.stage {
        case .soon: words.changesSoon
        case .last: words.changesLast
        case .later, nil: nil
        }
    }
}

extension ChildView {
    /// The child's age on a day ahead that is a birthday of theirs; nil for what isn't a day.
    public func age(on day: String, today: String) -> Int? {
        guard let year = Int(day.prefix(4)), let now = Int(today.prefix(4)), day.count == 10, today.count == 10 else {
            return nil
        }
        let next = day.dropFirst(4) > today.dropFirst(4) ? now : now + 1
        return Int(age) + 1 + year - next
    }
}

private func selfAct(_ act: Act, _ words: any Strings) -> String {
    switch act {
    case .showCard: words.changesSelfShowCard
    case .seeLibraries: words.changesSelfSeeLibraries
    case .seeLedger: words.changesSelfSeeLedger
    case .signRules: words.changesSelfSignRules
    case .signStaffless: words.changesSelfSignStaffless
    case .changeContact: words.changesSelfChangeContact
    case .changeHomeLibrary: words.changesSelfChangeHomeLibrary
    case .blockCard: words.changesSelfBlockCard
    case .endCard: words.changesSelfEndCard
    }
}

private func childAct(_ act: Act, _ name: String, _ words: any Strings) -> String {
    switch act {
    case .showCard: words.changesChildShowCard(name)
    case .seeLibraries: words.changesChildSeeLibraries(name)
    case .seeLedger: words.changesChildSeeLedger(name)
    case .signRules: words.changesChildSignRules(name)
    case .signStaffless: words.changesChildSignStaffless(name)
    case .changeContact: words.changesChildChangeContact(name)
    case .changeHomeLibrary: words.changesChildChangeHomeLibrary(name)
    case .blockCard: words.changesChildBlockCard(name)
    case .endCard: words.changesChildEndCard(name)
    }
}

private func yourAct(_ act: Act, _ words: any Strings) -> String {
    switch act {
    case .showCard: words.changesYouShowCard
    case .seeLibraries: words.changesYouSeeLibraries
    case .seeLedger: words.changesYouSeeLedger
    case .signRules: words.changesYouSignRules
    case .signStaffless: words.changesYouSignStaffless
    case .changeContact: words.changesYouChangeContact
    case .changeHomeLibrary: words.changesYouChangeHomeLibrary
    case .blockCard: words.changesYouBlockCard
    case .endCard: words.changesYouEndCard
    }
}
