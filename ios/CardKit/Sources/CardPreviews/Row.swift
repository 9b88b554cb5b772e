import CardCore
import CardKit
import Foundation

/// A state as the file has it.
struct Row: Decodable {
    struct Failure: Decodable {
        let code: String
        let retryAfterS: UInt32?
        let check: String?
    }

    struct Form: Decodable {
        let number, kind, secret: String?
        let remember: Bool?
    }

    let name: String
    let phase: String
    let card: String?
    let refreshing, offline, needsSignIn, lockCard, idPortenOnly, asking: Bool?
    let trouble: Failure?
    let shellTrouble, opened, devices, device, ending, action: String?
    let tab, relations, trip, receipts, notices, leaving: String?
    let relationsAt: Date?
    let query, found, library, receipt, export: String?
    let chosen: [String]?
    let textStep, held: Int?
    let form: Form?

    func phase(_ samples: Samples) throws -> Phase {
        switch phase {
        case "Starting": .starting
        case "SignedOut": .signedOut
        case "Preparing": .signingIn(step: .preparing)
        case "InBrowser": .signingIn(step: .inBrowser(url: samples.address, redirectUri: samples.redirect))
        case "Checking": .signingIn(step: .checking)
        case "CodeWanted": .signingIn(step: .codeWanted)
        case "Card": .card
        case "Locked": .locked
        default: throw Unknown(name: phase)
        }
    }
}

extension Row {
    func typed() throws -> Typed {
        var typed = Typed()
        typed.device = device
        (typed.query, typed.chosen, typed.library, typed.receipt) = (query ?? "", chosen ?? [], library, receipt)
        (typed.textStep, typed.held) = (textStep ?? 0, held ?? 0)
        guard let form else { return typed }
        let kinds: [String: CardForm.Knows] = ["Pin": .pin, "Password": .password]
        typed.form = CardForm(
            user: form.number ?? "", secret: form.secret ?? "", knows: try known(kinds, form.kind ?? "Pin"),
            remembers: form.remember ?? true)
        return typed
    }
}

func door(_ name: String) throws -> Door {
    try known(["IdPorten": .idPorten, "Feide": .feide, "CardNumber": .cardNumber], name)
}

func action(_ name: String) throws -> Action {
    let all: [String: Action] = [
        "ShowCard": .showCard, "ChangeContact": .changeContact, "ChooseLibraries": .chooseLibraries,
        "EndDevices": .endDevices, "ChangeSecret": .changeSecret, "SignRules": .signRules,
        "ActForChild": .actForChild, "Leave": .leave,
    ]
    return try known(all, name)
}

extension Row.Failure {
    func failure() throws -> CardError {
        switch code {
        case "Offline": .Offline
        case "Service": .Service(retryAfterS: retryAfterS)
        case "SignInRefused": .SignInRefused(check: check ?? "")
        case "SignInCancelled": .SignInCancelled
        case "SignInExpired": .SignInExpired
        case "LevelTooLow": .LevelTooLow
        case "ClockWrong": .ClockWrong
        case "WrongCredentials": .WrongCredentials
        case "LockedOut": .LockedOut(retryAfterS: retryAfterS)
        case "Locked": .Locked
        case "NoCard": .NoCard
        case "StorageFull": .StorageFull
        case "StorageReadOnly": .StorageReadOnly
        case "StorageDamaged": .StorageDamaged
        case "VaultUnavailable": .VaultUnavailable
        case "InvalidNumber": .InvalidNumber
        case "RulesChanged": .RulesChanged
        case "RulesRefused": .RulesRefused
        case "NoRules": .NoRules
        case "LibraryClosed": .LibraryClosed
        case "NotAllowed": .NotAllowed
        case "ReceiptRefused": .ReceiptRefused
        case "Internal": .Internal
        default: throw Unknown(name: code)
        }
    }
}
