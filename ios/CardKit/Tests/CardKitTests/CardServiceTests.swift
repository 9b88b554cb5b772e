import CardCore
import CardKit
import CardKitFakes
import Foundation
import Testing

/// The shell's model and the real core at the sandbox's card service: three doors, devices, step-up, lock, sign-out.
@MainActor
@Suite("At the card service") struct CardServiceTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()
    private let lock = FakeLock()
    private let browser = FakeBrowser(kari)

    @Test("in by PIN, up by ID-porten, and the devices are there") func stepUp() async throws {
        let model = try await started()
        model.signIn(with: CardForm(user: "N012 345 678", secret: "4071", knows: .pin))
        #expect(await eventually { model.state.phase == .card && model.state.card != nil })
        #expect(browser.opened.isEmpty)
        model.opened = .devices
        model.seeDevices()
        #expect(await eventually { model.opened == .stepUp })
        model.stepUp(.endDevices)
        #expect(await eventually { model.opened == .devices && model.state.devices?.isEmpty == false })
        #expect(await eventually { model.state.clearedFor == nil })
        let own = try #require(model.state.devices?.first { $0.current })
        #expect(own.name == "iPhone" && own.door == .idPorten)
    }

    @Test("a password is enough for the devices; another one's sign-in is ended") func ends() async throws {
        let other = try Phone().app(sandbox, byService: true)
        try await other.start()
        try await other.signIn()
        let model = try await started()
        model.signIn(with: CardForm(user: "N012345678", secret: "fjell-bekk-skog-19", knows: .password))
        #expect(await eventually { model.state.phase == .card })
        model.seeDevices()
        #expect(await eventually { model.state.devices?.count == 2 })
        let id = try #require(model.state.devices?.first { !$0.current }).id
        model.endDevice(id)
        #expect(await eventually { model.shell.hasEnded && model.state.devices?.count == 1 })
        #expect(lock.asked.isEmpty, "signing in is being recognised")
    }

    @Test("a wrong PIN is told at the form; too many lock it, and say for how long") func wrong() async throws {
        let model = try await started()
        model.opened = .cardForm
        for _ in 0..<5 {
            model.dismissTrouble()
            #expect(await eventually { model.state.trouble == nil })
            model.signIn(with: CardForm(user: "N012345678", secret: "0000", knows: .pin))
            #expect(await eventually { model.state.trouble != nil && model.state.phase == .signedOut })
            #expect(model.opened == .cardForm)
            await settled()
        }
        model.signIn(with: CardForm(user: "N012345678", secret: "4071", knows: .pin))
        #expect(await eventually { model.state.trouble?.code == "LockedOut" })
        let trouble = try #require(model.trouble)
        #expect(trouble.step == .signIn && trouble.text.contains { $0.isNumber })
    }

    @Test("a service that wants a code gets it, on the second try too") func code() async throws {
        let model = try await started()
        model.signIn(with: CardForm(user: "N023456781", secret: "8316", knows: .pin))
        #expect(await eventually { model.state.phase == .signingIn(step: .codeWanted) })
        model.giveOneTimeCode("000000")
        #expect(await eventually { model.trouble?.title == strings("nb").oneTimeCodeWrongTitle })
        model.giveOneTimeCode("161803")
        #expect(await eventually { model.state.phase == .card })
    }

    @Test("who isn't remembered is forgotten with the app") func notRemembered() async throws {
        let model = try await started()
        model.signIn(with: CardForm(user: "N012345678", secret: "4071", knows: .pin, remembers: false))
        #expect(await eventually { model.state.phase == .card })
        let next = try await started()
        #expect(await eventually { next.state.phase == .signedOut })
    }

    @Test("a hidden card stays hidden after a restart until the device recognises its owner") func hidden() async throws
    {
        do {
            let model = try await started()
            model.signIn(.idPorten)
            #expect(await eventually { model.state.phase == .card })
            model.lockCard(true)
            #expect(await eventually { model.state.lockCard })
        }
        lock.answer = .refused
        let model = try await started()
        await model.inFront(true)
        #expect(await eventually { model.state.phase == .locked && lock.asked.count == 2 })
        #expect(model.state.card == nil)
        lock.answer = .recognised
        model.unlock()
        #expect(await eventually { model.state.phase == .card && model.state.card != nil })
    }

    @Test("signed out here, and at the provider in the browser") func signOut() async throws {
        let model = try await started()
        model.signIn(.feide)
        #expect(await eventually { model.state.phase == .card })
        var left: String?
        browser.visit = { url in
            left = try? await fillIn(url)
            return left.map(BrowserEnd.returned) ?? .notOpened
        }
        model.signOut(inBrowser: true)
        #expect(await eventually { left?.hasPrefix("\(Link.farewellAddress)?") == true })
        #expect(model.state.phase == .signedOut && model.state.trouble == nil)
    }

    private func started() async throws -> AppModel {
        let core = try phone.app(sandbox, byService: true)
        let model = AppModel(CardStore(core), browser: browser, lock: lock, language: "nb")
        await model.start()
        return model
    }
}
