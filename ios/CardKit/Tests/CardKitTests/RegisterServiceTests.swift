import CardCore
import CardKit
import CardKitFakes
import Foundation
import Testing

/// The shell's model and the real core at the sandbox's card service: a card for who has none.
@MainActor
@Suite("Registering at the card service") struct RegisterServiceTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()

    @Test("in by ID-porten, each step told, a wrong code on the way; then the card, and its rules are open")
    func registers() async throws {
        let browser = FakeBrowser { url in
            (try? await fillIn(url, "ingen")).map { .returned($0) } ?? .dismissed
        }
        let core = try phone.app(sandbox, byService: true)
        let model = AppModel(CardStore(core), browser: browser, lock: FakeLock(), language: "nb")
        await model.start()
        model.beginRegistration()
        #expect(await eventually { model.state.registration?.registry != nil && model.state.phase == .card })
        #expect(model.state.registration?.next == .email && model.state.card == nil)
        model.changeEmail("ingen@") {}
        #expect(await eventually { model.shell.refused == .InvalidEmail && !model.shell.isSending })
        try await told(model) { model.changeEmail("ingen@example.com", then: $0) }
        #expect(await eventually { model.state.registration?.next == .emailCode })
        let code = try #require(await sandbox.emailCode("ingen"))
        model.proveEmail(code == "000000" ? "000001" : "000000") {}
        #expect(await eventually { model.shell.refused?.code == "WrongCode" && !model.shell.isSending })
        try await told(model) { model.proveEmail(code, then: $0) }
        #expect(await eventually { model.state.registration?.next == .contact })
        let reach = try #require(model.state.registration?.reach("nb"))
        var form = PeopleForm()
        form.phone = "900 00 001"
        try await told(model) { model.changeContact(form.reach(reach), then: $0) }
        model.chooseSecrets(pin: "0000", password: nil) {}
        #expect(await eventually { model.shell.refused == .TooSimple && !model.shell.isSending })
        try await told(model) { model.chooseSecrets(pin: "4826", password: nil, then: $0) }
        try await told(model) { model.tellHome("2190200", then: $0) }
        #expect(await eventually { model.state.registration?.next == .finish })
        model.finishRegistration()
        #expect(await eventually { model.state.card?.barcode != nil && model.state.registration == nil })
        #expect(await eventually { model.opened == .trip && model.shell.isRegistered })
        #expect(await eventually { model.state.trip?.rules?.clauses.isEmpty == false })
        #expect(model.state.card?.homeLibrary?.number == "2190200" && browser.opened.count == 1)
    }

    /// Sends it and waits until it was taken.
    private func told(_ model: AppModel, _ send: (@escaping Then) -> Void) async throws {
        let taken = Notes<Bool>()
        send { taken.add(true) }
        #expect(await eventually { !taken.all.isEmpty && !model.shell.isSending })
    }
}
