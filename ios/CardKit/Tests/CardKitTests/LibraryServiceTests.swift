import CardCore
import CardKit
import CardKitFakes
import Foundation
import Testing

/// The shell's model and the real core at the sandbox's card service: finding, reading, signing, the way out.
@MainActor
@Suite("Libraries at the card service") struct LibraryServiceTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()
    private let browser = FakeBrowser(kari)

    @Test("in by PIN, rules read, up by ID-porten, signed; the receipt proves itself") func signs() async throws {
        let model = try await signedIn()
        #expect(
            await eventually {
                model.find("trom")
                return model.shell.found?.libraries.first?.library.number == tromso
            })
        model.opened = .trip
        model.beginTrip([tromso], .rules)
        #expect(await eventually { model.state.trip?.rules?.clauses.isEmpty == false })
        #expect(model.state.trip?.canSign == false, "it isn't read")
        model.haveRead()
        #expect(await eventually { model.state.trip?.canSign == true })
        model.sign()
        #expect(await eventually { model.opened == .stepUp })
        model.stepUp(.signRules)
        #expect(await eventually { model.state.receipts.count == 1 && model.state.trip?.isOver == true })
        #expect(await eventually { model.state.receipts.first?.proof == .proved })
        let here = { model.state.relations.first { $0.profile.library.number == tromso } }
        #expect(await eventually { here()?.standing == .active })
    }

    @Test("what leaving leaves is said, after a surer sign-in") func leaving() async throws {
        let model = try await signedIn()
        model.opened = .leave
        model.seeLeaving()
        #expect(await eventually { model.opened == .stepUp })
        model.stepUp(.leave)
        #expect(await eventually { model.opened == .leave && model.state.leaving?.remaining.isEmpty == false })
        #expect(model.state.leaving?.endedAt == nil && model.state.card?.barcode != nil)
        model.leave()
        #expect(await eventually { model.state.leaving?.endedAt != nil && model.state.card?.face == .ended })
        #expect(model.state.card?.barcode == nil)
    }

    private let tromso = "2190200"

    private func signedIn() async throws -> AppModel {
        let core = try phone.app(sandbox, byService: true)
        let model = AppModel(CardStore(core), browser: browser, lock: FakeLock(), language: "nb")
        await model.start()
        model.signIn(with: CardForm(user: "N012345678", secret: "4071", knows: .pin))
        #expect(await eventually { model.state.phase == .card && model.state.relationsAt != nil })
        return model
    }
}
