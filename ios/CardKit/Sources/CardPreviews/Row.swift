import CardCore

/// A state as the file has it.
struct Row: Decodable {
    struct Failure: Decodable {
        let code: String
        let retryAfterS: UInt32?
        let check: String?
    }

    let name: String
    let phase: String
    let card: String?
    let refreshing, offline, needsSignIn, lockCard: Bool?
    let trouble: Failure?
    let shellTrouble, opened: String?

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
        case "Internal": .Internal
        default: throw Unknown(name: code)
        }
    }
}
