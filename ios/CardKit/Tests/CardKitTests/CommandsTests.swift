import CardCore
import CardKit
import Foundation
import Testing

/// Each command once, and what becomes of one whose task goes away.
@Suite("Commands") struct CommandsTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()

    @Test("a whole sign-in gives the card that the register has") func signIn() async throws {
        let app = try phone.app(sandbox)
        #expect(app.state().phase == .starting)
        try await app.start()
        #expect(app.state().phase == .signedOut)
        let url = try await app.begin()
        #expect(app.state().phase == .signingIn(step: .inBrowser(url: url, redirectUri: Link.redirectAddress)))
        try await app.finishSignIn(redirect: fillIn(url))
        let card = try #require(app.state().card)
        #expect(card.groups == ["N", "012", "345", "678"])
        #expect(card.homeLibrary?.name == "Deichman Bjørvika")
        #expect(card.face == .fresh)
        let barcode = try #require(card.barcode)
        #expect(barcode.bars.reduce(0) { $0 + Int($1) } == Int(barcode.modules))
    }

    @Test("refresh asks the register anew") func refresh() async throws {
        let app = try phone.app(sandbox)
        try await app.start()
        try await app.signIn()
        let before = try #require(app.state().card).checkedAt
        try await app.refresh()
        #expect(try #require(app.state().card).checkedAt >= before)
    }

    @Test("cancel gives the sign-in up") func cancel() async throws {
        let app = try phone.app(sandbox)
        try await app.start()
        _ = try await app.begin()
        try await app.cancelSignIn()
        #expect(app.state().phase == .signedOut)
    }

    @Test("sign-out forgets, also for the next start") func signOut() async throws {
        let app = try phone.app(sandbox)
        try await app.start()
        try await app.signIn()
        #expect(try await app.signOut() == nil)
        #expect(app.state().card == nil)
        let next = try phone.app(sandbox)
        try await next.start()
        #expect(next.state().phase == .signedOut)
    }

    @Test("dismissed trouble is gone") func dismiss() async throws {
        let app = try phone.app(sandbox)
        try await app.start()
        await #expect(throws: CardError.NoCard) { try await app.signIn("ingen") }
        #expect(app.state().trouble == .NoCard)
        try await app.dismissTrouble()
        #expect(app.state().trouble == nil)
    }

    @Test("a sign-in whose task is cancelled finishes all the same") func cancelledTask() async throws {
        let app = try phone.app(sandbox)
        try await app.start()
        let redirect = try await fillIn(app.begin())
        try await sandbox.control(#"{"faults":[{"at":"token","kind":"slow","seconds":1.0,"times":1}]}"#)
        let asked = Task { try await app.finishSignIn(redirect: redirect) }
        #expect(await eventually { app.state().phase == .signingIn(step: .checking) })
        asked.cancel()
        #expect(await eventually { app.state().phase == .card })
        #expect(app.state().card != nil)
    }

    @Test("the pure functions need no app") func pure() throws {
        #expect(try parseCardNumber(text: "n 012 345 678") == "N012345678")
        #expect(try barcode(number: "N012345678", symbology: .code39).symbology == .code39)
    }
}
