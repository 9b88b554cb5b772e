import CardCore
import CardKit
import Foundation

/// A state as the file has it.
struct Row: Decodable {
    struct Failure: Decodable {
        let code: String
        let retryAfterS: UInt32?
        let check: String?
        let triesLeft: UInt8?
    }

    struct Form: Decodable {
        let number, kind, secret: String?
        let remember: Bool?
    }

    struct Written: Decodable {
        let email, code, phone, channel, pin, password, until, language: String?
        let lines: [String]?
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
    let chosen, picked, queue: [String]?
    let registration, household, contact, conflict, ledger: String?
    let actingFor, shown, child, step: String?
    let sending, done, registered: Bool?
    let refused: Failure?
    let typed: Written?
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
    func fields() throws -> Typed {
        var typed = Typed()
        typed.child = child
        (typed.picked, typed.queue, typed.isDone) = (picked ?? [], queue, done ?? false)
        typed.forChildren = ["AddChildren", "ChildLibrary", "ChildCode"].contains(opened) ? library : nil
        typed.step = try step.map { try named(RegisterStep.allCases, $0) }
        typed.people = try self.typed?.form() ?? PeopleForm()
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

extension Row.Written {
    func form() throws -> PeopleForm {
        var form = PeopleForm()
        (form.email, form.phone, form.lines, form.language) = (email, phone, lines, language)
        (form.code, form.pin, form.password) = (code ?? "", pin ?? "", password ?? "")
        form.channel = try channel.map(CardPreviews.channel)
        form.until = until.map(typedDay)
        return form
    }
}

func door(_ name: String) throws -> Door {
    try known(["IdPorten": .idPorten, "Feide": .feide, "CardNumber": .cardNumber], name)
}

func action(_ name: String) throws -> Action {
    let all: [String: Action] = [
        "ShowCard": .showCard, "ChangeContact": .changeContact, "ChooseLibraries": .chooseLibraries,
        "EndDevices": .endDevices, "ChangeSecret": .changeSecret, "SignRules": .signRules,
        "ActForChild": .actForChild, "Register": .register, "Leave": .leave,
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
        case "WrongCode": .WrongCode(triesLeft: triesLeft)
        case "CodeExpired": .CodeExpired
        case "TooSimple": .TooSimple
        case "WrongLength": .WrongLength
        case "InvalidEmail": .InvalidEmail
        case "LookalikeEmail": .LookalikeEmail
        case "InvalidPhone": .InvalidPhone
        case "InvalidAddress": .InvalidAddress
        case "ChangedElsewhere": .ChangedElsewhere
        case "Incomplete": .Incomplete
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
