import CardCore
import Foundation

/// How somebody would rather be reached.
public func channelWords(_ channel: Channel, _ words: any Strings) -> String {
    switch channel {
    case .email: words.channelEmail
    case .sms: words.channelSms
    case .app: words.channelApp
    }
}

extension Channel {
    /// In the order in which they are offered.
    public static let all: [Channel] = [.email, .sms, .app]

    /// Its name for drivers.
    public var name: String {
        switch self {
        case .email: "Email"
        case .sms: "Sms"
        case .app: "App"
        }
    }
}

/// By what right somebody acts for a child, said to them.
public func childBasis(_ basis: Basis, _ words: any Strings) -> String {
    switch basis {
    case .parentalResponsibility: words.childBasisParental
    case .guardian: words.childBasisGuardian
    case .libraryConfirmed: words.childBasisLibrary
    }
}

extension ChildView {
    /// How it is with the card, in words.
    public func cardState(_ words: any Strings) -> String {
        guard hasCard else { return words.childrenStateNone }
        guard may.contains(.showCard) else { return words.childrenStateOwnPhone }
        return switch card?.face {
        case .ended: words.childrenStateEnded
        case .blocked: words.childrenStateBlocked
        case .stale, .expired: words.childrenStateCheck
        case .fresh, .ageing, nil: words.childrenStateCard
        }
    }
}

/// What became of a child that was to get a card.
public func outcomeWords(_ outcome: ChildOutcome, _ words: any Strings) -> String {
    switch outcome {
    case .registered: words.addChildrenOutcomeRegistered
    case .alreadyRegistered: words.addChildrenOutcomeAlready
    case .signsAlone: words.addChildrenOutcomeAlone
    case .tooYoung: words.addChildrenOutcomeTooYoung
    case .notAllowed: words.addChildrenOutcomeNotAllowed
    }
}

/// What was done with a card.
public func doneWords(_ done: Done, _ words: any Strings) -> String {
    switch done {
    case .registered: words.ledgerDoneRegistered
    case .signedRules: words.ledgerDoneSignedRules
    case .signedStaffless: words.ledgerDoneSignedStaffless
    case .confirmed: words.ledgerDoneConfirmed
    case .takenBack: words.ledgerDoneTakenBack
    case .homeLibrary: words.ledgerDoneHomeLibrary
    case .guardianConfirmed: words.ledgerDoneGuardianConfirmed
    case .contactChanged: words.ledgerDoneContactChanged
    case .pinChanged: words.ledgerDonePinChanged
    case .passwordChanged: words.ledgerDonePasswordChanged
    case .left: words.ledgerDoneLeft
    case .other: words.ledgerDoneOther
    }
}

/// Who did it. Whose ledger it is is told by name, or is the one who reads.
public func byWords(_ by: By, _ child: String?, _ words: any Strings) -> String {
    switch by {
    case .own: child.map(words.ledgerByOwn) ?? words.ledgerByYou
    case .guardian: words.ledgerByGuardian
    case .library: words.ledgerByLibrary
    }
}

/// How many children there are.
public func childrenCount(_ count: Int, _ words: any Strings) -> String {
    switch count {
    case 0: words.meChildrenNone
    case 1: words.meChildrenOne
    default: words.meChildrenMany("\(count)")
    }
}

/// A telephone number in groups, as people read it; one that we don't know the groups of as it is.
public func phoneGroups(_ phone: String) -> String {
    guard phone.hasPrefix("+47"), phone.count == 11 else { return phone }
    let digits = Array(phone.dropFirst(3))
    return "+47 "
        + stride(from: 0, to: digits.count, by: 2).map { String(digits[$0..<min($0 + 2, digits.count)]) }
        .joined(separator: " ")
}

/// When something may be tried again.
func waitWords(_ seconds: UInt32?, _ words: any Strings) -> String {
    guard let seconds else { return words.waitLater }
    let minutes = max(1, (UInt64(seconds) + 59) / 60)
    return switch minutes {
    case 1: words.waitMinute
    case ...90: words.waitMinutes("\(minutes)")
    default: words.waitHours("\((minutes + 59) / 60)")
    }
}
