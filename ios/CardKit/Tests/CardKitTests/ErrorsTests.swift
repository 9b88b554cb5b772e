import CardCore
import CardKit
import Foundation
import Testing

/// Every code, from the situation that it is for, caught as itself.
@Suite("Errors") struct ErrorsTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()

    @Test("Offline when nobody is there") func offline() async throws {
        let app = try await started(issuer: nowhere)
        await #expect(throws: CardError.Offline) { try await app.begin() }
    }

    @Test("Service with the time that it asked for") func service() async throws {
        try await sandbox.control(#"{"faults":[{"at":"par","kind":"status","status":503,"retry_after":"7"}]}"#)
        let app = try await started()
        await #expect(throws: CardError.Service(retryAfterS: 7)) { try await app.begin() }
    }

    @Test("SignInRefused with the check that refused") func refused() async throws {
        try await sandbox.control(#"{"twists":["wrong_nonce"]}"#)
        let app = try await started()
        await #expect(throws: CardError.SignInRefused(check: "nonce")) { try await app.signIn() }
    }

    @Test("SignInCancelled when the person says no") func cancelled() async throws {
        let app = try await started()
        let redirect = try await fillIn(app.begin(), button: "cancel")
        await #expect(throws: CardError.SignInCancelled) { try await app.finishSignIn(redirect: redirect) }
    }

    @Test("SignInExpired when no sign-in waits") func expired() async throws {
        let app = try await started()
        let redirect = "\(Link.redirectAddress)?code=x&state=y"
        await #expect(throws: CardError.SignInExpired) { try await app.finishSignIn(redirect: redirect) }
    }

    @Test("LevelTooLow when the provider gives less than asked") func level() async throws {
        try await sandbox.control(#"{"twists":["acr_low"]}"#)
        let app = try await started()
        await #expect(throws: CardError.LevelTooLow) { try await app.signIn() }
    }

    @Test("WrongCredentials, and after too many LockedOut with the time") func wrong() async throws {
        let app = try await started(byService: true)
        for _ in 0..<5 {
            await #expect(throws: CardError.WrongCredentials) { try await app.signIn(pin: "0000") }
        }
        do {
            try await app.signIn(pin: "4071")
            Issue.record("let in")
        } catch CardError.LockedOut(let seconds?) {
            #expect((600...900).contains(seconds))
        }
    }

    @Test("Locked when the device hasn't recognised its owner since the start") func locked() async throws {
        try await signInAndLeave(byService: true)
        let app = try await started(byService: true)
        await #expect(throws: CardError.Locked) { try await app.seeDevices() }
        try await app.unlock()
        try await app.seeDevices()
        #expect(app.state().devices?.count == 1)
    }

    @Test("ClockWrong when the provider's day is another") func clock() async throws {
        try await sandbox.control(#"{"advance":172800}"#)
        let app = try await started()
        await #expect(throws: CardError.ClockWrong) { try await app.signIn() }
    }

    @Test("VaultUnavailable whatever the safe store throws, and the app goes on") func vault() async throws {
        let app = try await started()
        phone.store.broken = Surprise(what: "locked")
        await #expect(throws: CardError.VaultUnavailable) { try await app.begin() }
        phone.store.broken = nil
        try await app.signIn()
        #expect(app.state().card != nil)
    }

    @Test("StorageReadOnly when the folder can't be made") func readOnly() async throws {
        let file = phone.folder.appendingPathComponent("a file, not a folder")
        try Data().write(to: file)
        let app = try phone.app(sandbox, at: file.appendingPathComponent("data").path)
        try await app.start()
        #expect(app.state().trouble == .StorageReadOnly)
    }

    @Test("StorageDamaged when the file was written over") func damaged() async throws {
        try await signInAndLeave()
        for file in try FileManager.default.contentsOfDirectory(at: phone.folder, includingPropertiesForKeys: nil) {
            try Data(repeating: 0x5a, count: 8192).write(to: file)
        }
        #expect(try await started().state().trouble == .StorageDamaged)
    }

    @Test("InvalidNumber for what isn't one") func invalid() {
        #expect(throws: CardError.InvalidNumber) { try parseCardNumber(text: "N01234567") }
        #expect(throws: CardError.InvalidNumber) { try barcode(number: "", symbology: .code39) }
    }

    @Test("Internal for a door that isn't open") func closedDoor() async throws {
        let app = try await started()
        await #expect(throws: CardError.Internal) {
            try await app.beginSignIn(door: .feide, redirectUri: Link.redirectAddress, language: "nb")
        }
    }

    @Test("each code equals itself alone, and has words in each language")
    func codes() {
        #expect(Set(allCodes).count == 33)
        #expect(Set(allCodes.map(\.code)).count == 33)
        for language in ["nb", "nn", "se", "en"] {
            for code in allCodes { #expect(strings(language).error(code.code) != nil, "\(code) in \(language)") }
        }
        #expect(CardError.Service(retryAfterS: 1) != .Service(retryAfterS: nil))
    }

    private func started(byService: Bool = false, issuer: String? = nil) async throws -> CardApp {
        let app = try phone.app(sandbox, byService: byService, issuer: issuer)
        try await app.start()
        return app
    }

    private func signInAndLeave(byService: Bool = false) async throws {
        let app = try await started(byService: byService)
        try await app.signIn()
    }
}

let allCodes: [CardError] = [
    .Offline, .Service(retryAfterS: nil), .SignInRefused(check: "state"), .SignInCancelled, .SignInExpired,
    .LevelTooLow, .ClockWrong, .WrongCredentials, .LockedOut(retryAfterS: nil), .Locked, .NoCard, .StorageFull,
    .StorageReadOnly, .StorageDamaged, .VaultUnavailable, .InvalidNumber,
    .WrongCode(triesLeft: nil), .CodeExpired, .TooSimple, .WrongLength, .InvalidEmail, .LookalikeEmail, .InvalidPhone,
    .InvalidAddress, .ChangedElsewhere, .Incomplete,
    .RulesChanged, .RulesRefused, .NoRules, .LibraryClosed, .NotAllowed, .ReceiptRefused, .Internal,
]
