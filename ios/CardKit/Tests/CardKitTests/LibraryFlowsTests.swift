import CardCore
import CardKitFakes
import Foundation
import Testing

@testable import CardKit

/// Finding, reading, signing: what the model asks of the core, and when.
@MainActor
@Suite("Library flows") struct LibraryFlowsTests {
    private let core = ScriptedCore()
    private let lock = FakeLock()
    private let browser = FakeBrowser { _ in .returned("back") }
    private let apps = FakeApps()

    @Test("every letter searches, in the language that is read") func finds() {
        core.directory = [profile("2030000", "Deichman"), profile("2190200", "Tromsø")]
        let model = model()
        for text in ["", "t", "tr"] { model.find(text) }
        #expect(core.asked == ["find  ", "find t ", "find tr "])
        #expect(model.shell.found?.libraries.map(\.library.name) == ["Tromsø"])
        model.chooseLanguage("se")
        #expect(core.asked.last == "find tr ")
    }

    @Test("where the person is is asked only when they want it") func near() async {
        let locator = FakeLocator(Position(latE6: 59_908_000, lonE6: 10_753_000))
        let model = model(locator)
        model.find("")
        #expect(model.shell.canLocate && locator.asked == 0)
        model.findNear()
        #expect(await eventually { core.asked.last == "find  near" } && locator.asked == 1)
        locator.answer = nil
        model.findNear()
        #expect(model.shell.isLocating)
        #expect(await eventually { locator.asked == 2 && model.shell.couldNotLocate && !model.shell.isLocating })
        #expect(!self.model().shell.canLocate)
    }

    @Test("libraries are asked for when somebody looks and what is known is old") func looks() async {
        let now = Date(timeIntervalSince1970: 1_773_315_000)
        let model = model(clock: FixedClock(now))
        model.tab = .libraries
        #expect(await eventually { core.asked == ["seeLibraries"] })
        core.tell { $0.relationsAt = now.addingTimeInterval(-60) }
        model.tab = .me
        await settled()
        #expect(core.asked == ["seeLibraries"], "told a minute ago")
        core.tell { $0.relationsAt = now.addingTimeInterval(-3600) }
        model.tab = .libraries
        #expect(await eventually { core.asked.count == 2 })
    }

    @Test("too low a level to sign: the page, the way back to the text, and the signature at once") func signs() async {
        let model = model()
        core.tell { $0.trip = trip() }
        model.opened = .trip
        core.next("sign") { _ in throw CardError.LevelTooLow }
        model.sign()
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .signRules })
        core.next("stepUp") { _ in "https://login.example/a" }
        core.next("finishSignIn") {
            $0.tell { $0.clearedFor = .signRules }
            return nil
        }
        model.stepUp(.signRules)
        #expect(await eventually { core.asked.last == "sign" && model.opened == .trip })
        #expect(core.asked.filter { $0 == "sign" }.count == 2 && browser.opened.count == 1)
    }

    @Test("thought better of, nothing is signed later by itself") func givenUp() async {
        let model = model()
        core.tell { $0.trip = trip() }
        model.opened = .trip
        core.next("sign") { _ in throw CardError.LevelTooLow }
        model.sign()
        #expect(await eventually { model.opened == .stepUp })
        core.next("stepUp") {
            $0.tell { $0.clearedFor = .endDevices }
            return nil
        }
        model.stepUp(.endDevices)
        #expect(await eventually { core.asked.last == "seeDevices" })
        #expect(core.asked.filter { $0 == "sign" }.count == 1)
    }

    @Test("the home library is chosen after a surer sign-in, on its page") func choosesHome() async {
        let model = model()
        model.opened = .library
        core.next("chooseHome") { _ in throw CardError.LevelTooLow }
        model.chooseHome("2190200")
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .chooseLibraries })
        core.next("stepUp") {
            $0.tell { $0.clearedFor = .chooseLibraries }
            return nil
        }
        model.stepUp(.chooseLibraries)
        #expect(await eventually { core.asked.last == "chooseHome 2190200" && model.opened == .library })
    }

    @Test("the device is asked before a library is changed, and a refusal is told there") func guarded() async {
        let model = model()
        core.next("withdraw") { _ in throw CardError.Locked }
        model.opened = .library
        model.withdraw("2023000")
        #expect(await eventually { core.asked == ["withdraw 2023000", "unlock", "withdraw 2023000"] })
        lock.answer = .refused
        core.next("withdraw") { _ in throw CardError.Locked }
        model.withdraw("2023000")
        #expect(await eventually { model.state.trouble == .Locked })
        model.again()
        #expect(await eventually { core.asked.last == "withdraw 2023000" && model.state.trouble == nil })
    }

    @Test("a desk code is watched while it shows") func watched() async {
        let model = model()
        model.opened = .deskCode
        #expect(await eventually { core.asked == ["watchDesk true"] })
        model.opened = .library
        #expect(await eventually { core.asked == ["watchDesk true", "watchDesk false"] })
        model.opened = .deskCode
        model.signOut(inBrowser: false)
        #expect(
            await eventually {
                core.asked.contains("signOut -") && core.asked.filter { $0 == "watchDesk false" }.count == 2
            })
    }

    @Test("a trip's failure is the trip's, told once") func tripTrouble() async {
        let model = model()
        model.opened = .trip
        core.next("beginTrip") {
            $0.tell { $0.trip = trip(.NoRules) }
            throw CardError.NoRules
        }
        model.beginTrip(["2023000", "2190200"], .rules)
        #expect(await eventually { model.state.trip?.trouble == .NoRules })
        await settled()
        #expect(core.asked == ["beginTrip 2023000+2190200 rules nb"] && model.state.trouble == nil)
        #expect(model.trouble?.step == .readAgain)
        model.readAgain("se")
        #expect(await eventually { core.asked.last == "goToStop 0 se" })
    }

    @Test("each failure at a stop leads on in its own way", arguments: allCodes) func atStop(failure: CardError) async {
        let model = model()
        core.tell { $0.trip = trip(failure) }
        model.opened = .trip
        #expect(await eventually { model.state.trip != nil })
        let step = model.trouble?.step
        switch failure {
        case .SignInExpired: #expect(step == .signIn)
        case .Locked: #expect(step == .again)
        case .LibraryClosed: #expect(step == .find)
        case .NotAllowed: #expect(step == .library("2023000"))
        default: #expect(step == .readAgain, "there is no text yet")
        }
    }

    private func model(_ locator: FakeLocator? = nil, clock: any WallClock = SystemClock()) -> AppModel {
        core.tell { $0.phase = .card }
        return AppModel(
            CardStore(core), browser: browser, lock: lock, apps: apps, locator: locator, clock: clock, language: "nb")
    }
}

private func trip(_ trouble: CardError? = nil) -> TripView {
    let stop = StopView(
        library: LibraryView(number: "2023000", name: "Lørenskog", place: "Lørenskog"), agreement: .rules,
        activation: .inPerson, read: true, receipt: nil, skipped: false)
    return TripView(
        stops: [stop], at: 0, rules: nil, fetching: false, signing: false, trouble: trouble, parties: [], party: 0)
}

private func profile(_ number: String, _ name: String) -> LibraryProfile {
    LibraryProfile(
        library: LibraryView(number: number, name: name, place: ""), isil: "NO-\(number)", municipality: "", county: "",
        branchOf: nil, branches: [], activation: .digital, staffless: false, cardFrom: nil, rulesAloneFrom: 15,
        symbology: .code128, closing: nil, email: nil, phone: nil, web: nil, metres: nil, matched: [])
}
