import CardCore
import CardKitFakes
import Foundation
import Testing

@testable import CardKit

/// Getting a card, contact, secrets: what the model asks of the core, and when.
@MainActor
@Suite("Person flows") struct PersonFlowsTests {
    private let core = ScriptedCore()
    private let lock = FakeLock()
    private let browser = FakeBrowser { _ in .returned("back") }

    @Test("getting a card begins in the browser") func begins() async {
        let model = model(.signedOut)
        core.next("beginRegistration") { _ in "https://login.example/a" }
        model.opened = .withoutEid
        model.beginRegistration()
        #expect(await eventually { core.asked.last == "finishSignIn back" && browser.opened.count == 1 })
        #expect(core.asked.first == "beginRegistration" && model.opened == .nothing)
    }

    @Test("the card that is got opens the home library's rules, and says that it is ready") func finishes() async {
        let model = registering()
        core.next("finishRegistration") {
            $0.tell { ($0.registration, $0.card, $0.trip) = (nil, card, trip) }
            return nil
        }
        model.finishRegistration()
        #expect(await eventually { model.opened == .trip && model.shell.isRegistered })
        #expect(core.asked == ["finishRegistration nb"] && !model.shell.isSending)
        model.signOut(inBrowser: false)
        #expect(!model.shell.isRegistered)
    }

    @Test("what is wrong is told at the fields only, and gone with the next try", arguments: allCodes.filter(\.isTyped))
    func refused(failure: CardError) async {
        let model = registering()
        core.next("changeEmail") { _ in throw failure }
        model.changeEmail("a@b.example") { Issue.record("it wasn't taken") }
        #expect(model.shell.isSending)
        #expect(await eventually { model.shell.refused == failure && !model.shell.isSending })
        #expect(model.state.trouble == nil && model.trouble != nil)
        var wasTaken = false
        model.changeEmail("a@c.example") { wasTaken = true }
        #expect(await eventually { wasTaken } && model.shell.refused == nil)
    }

    @Test("one thing at a time is sent") func once() async {
        let model = registering()
        for _ in 0..<3 { model.proveEmail("271828") {} }
        #expect(await eventually { !model.shell.isSending })
        #expect(core.asked == ["proveEmail 271828"])
    }

    @Test("too low a level while a card is being got: begun anew, and the same is sent again") func anew() async {
        let model = registering()
        core.next("tellHome") { _ in nil }
        core.next("chooseHome") { _ in throw CardError.LevelTooLow }
        var wasTaken = false
        model.tellHome("2190200") { wasTaken = true }
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .register })
        #expect(!wasTaken && !model.shell.isSending)
        model.stepUp(.register)
        #expect(await eventually { wasTaken && model.opened == .nothing })
        #expect(core.asked == ["chooseHome 2190200", "beginRegistration", "chooseHome 2190200"])
    }

    @Test("a surer sign-in that fails goes on with nothing") func failsAnew() async {
        let model = registering()
        core.next("finishRegistration") { _ in throw CardError.LevelTooLow }
        model.finishRegistration()
        #expect(await eventually { model.opened == .stepUp })
        core.next("beginRegistration") { _ in "https://login.example/a" }
        core.next("finishSignIn") {
            $0.tell { $0.trouble = .SignInRefused(check: "person") }
            throw CardError.SignInRefused(check: "person")
        }
        model.stepUp(.register)
        #expect(await eventually { model.state.trouble == .SignInRefused(check: "person") })
        await settled()
        #expect(core.asked.filter { $0 == "finishRegistration nb" }.count == 1 && model.opened == .stepUp)
    }

    @Test("contact is seen after a surer sign-in, on its page") func contact() async {
        let model = model()
        model.opened = .contact
        core.next("seeContact") { _ in throw CardError.LevelTooLow }
        model.seeContact()
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .changeContact })
        #expect(model.shell.steppingUpFrom == .contact)
        stepsUp(model, .changeContact)
        #expect(await eventually { core.asked.last == "seeContact" && model.opened == .contact })
    }

    @Test("a change that another device was before is a conflict, and either side ends it") func conflict() async {
        let model = model()
        model.opened = .contactForm
        core.next("changeContact") {
            $0.tell { $0.conflict = ConflictView(mine: details("+4700000002"), theirs: details("+4700000001")) }
            throw CardError.ChangedElsewhere
        }
        model.changeContact(details("+4700000002")) { Issue.record("it wasn't taken") }
        #expect(model.shell.isSending)
        #expect(await eventually { !model.shell.isSending })
        #expect(model.shell.refused == nil && model.trouble == nil, "the page with both values says it")
        #expect(await eventually { model.state.conflict != nil })
        var wasTaken = false
        model.resolveConflict(keepMine: true) { wasTaken = true }
        #expect(await eventually { wasTaken } && core.asked.last == "resolveConflict true")
    }

    @Test("without network nothing waits; the same is sent when the person asks for it") func offline() async {
        let model = model()
        model.opened = .contactForm
        core.next("changeContact") {
            $0.tell { $0.trouble = .Offline }
            throw CardError.Offline
        }
        model.changeContact(details(nil)) {}
        #expect(await eventually { model.trouble?.step == .again && !model.shell.isSending })
        await settled()
        #expect(core.asked == ["changeContact -"])
        model.again()
        #expect(await eventually { core.asked == ["changeContact -", "changeContact -"] })
    }

    @Test("a PIN goes on after a surer sign-in, is sent once, and is kept nowhere") func pin() async {
        let model = model()
        model.opened = .pin
        core.next("chooseSecrets") { _ in throw CardError.LevelTooLow }
        var taken = 0
        model.chooseSecrets(pin: "4826", password: nil) { taken += 1 }
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .changeSecret })
        stepsUp(model, .changeSecret)
        #expect(await eventually { taken == 1 && model.opened == .pin })
        model.again()
        await settled()
        #expect(
            core.asked.filter { $0.hasPrefix("chooseSecrets") } == ["chooseSecrets 4826 -", "chooseSecrets 4826 -"])
        #expect(model.goesOn == nil)
    }

    @Test("who thinks better of a surer sign-in leaves nothing to be sent") func thoughtBetter() async {
        let model = model()
        model.opened = .pin
        core.next("chooseSecrets") { _ in throw CardError.LevelTooLow }
        model.chooseSecrets(pin: "4826", password: nil) {}
        #expect(await eventually { model.opened == .stepUp })
        model.opened = .pin
        #expect(model.goesOn == nil)
    }

    @Test("the device is asked before something is changed") func guarded() async {
        let model = model()
        core.next("changeEmail") { _ in throw CardError.Locked }
        model.changeEmail("a@b.example") {}
        #expect(await eventually { core.asked == ["changeEmail a@b.example", "unlock", "changeEmail a@b.example"] })
    }

    @Test("while a card is being got only the way up and the way out can lie open") func ground() {
        let model = registering()
        for opened in Opened.allCases {
            model.opened = opened
            #expect([.nothing, .stepUp, .signOut].contains(model.opened), "\(opened)")
        }
    }

    private func stepsUp(_ model: AppModel, _ action: Action) {
        core.next("stepUp") {
            $0.tell { $0.clearedFor = action }
            return nil
        }
        model.stepUp(action)
    }

    private func model(_ phase: Phase = .card) -> AppModel {
        core.tell { $0.phase = phase }
        return AppModel(CardStore(core), browser: browser, lock: lock, language: "nb")
    }

    private func registering() -> AppModel {
        core.tell {
            $0.registration = RegistrationView(
                registry: RegistryView(name: "Ingrid Nordvik", born: "1994-06-30"), steps: [], email: nil,
                emailVerified: false, phone: nil, channel: nil, pinSet: false, passwordSet: false, homeLibrary: nil)
        }
        return model()
    }
}

private let card = CardView(
    number: "N012345678", groups: [], name: "Ingrid", homeLibrary: nil, libraries: [], barcode: nil, face: .fresh,
    checkedAt: Date(), showUntil: Date())

private let trip = TripView(
    stops: [], at: 0, rules: nil, fetching: true, signing: false, trouble: nil, parties: [], party: 0)

private func details(_ phone: String?) -> ContactDetails {
    ContactDetails(phone: phone, channel: .email, language: "nb", addressLines: [], addressUntil: nil)
}
