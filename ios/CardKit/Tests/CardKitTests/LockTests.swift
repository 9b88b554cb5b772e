import CardCore
import CardKitFakes
import Testing

@testable import CardKit

/// What is behind the device's lock, and what needs a surer sign-in.
@MainActor
@Suite("Lock and step-up") struct LockTests {
    private let core = ScriptedCore()
    private let lock = FakeLock()
    private let browser = FakeBrowser { _ in .returned("back") }

    @Test("the device asks when the core wants it, and what was asked goes on") func asks() async {
        let model = model(.card)
        core.next("seeDevices") { _ in throw CardError.Locked }
        model.opened = .devices
        model.seeDevices()
        #expect(model.shell.isAsking)
        #expect(await eventually { core.asked == ["seeDevices", "unlock", "seeDevices"] && !model.shell.isAsking })
        #expect(lock.asked == [strings("nb").lockPrompt] && model.state.trouble == nil)
    }

    @Test("a refusal is told on the page, and tried again there") func refused() async throws {
        let model = model(.card)
        lock.answer = .refused
        core.next("endDevice") { _ in throw CardError.Locked }
        model.opened = .devices
        model.endDevice("d2")
        #expect(await eventually { model.state.trouble == .Locked && model.shell.ending == nil })
        #expect(core.asked == ["endDevice d2"] && model.trouble?.step == .seeDevices)
        model.carryOut(try #require(model.trouble))
        #expect(await eventually { core.asked.last == "seeDevices" && model.state.trouble == nil })
    }

    @Test("a device without a lock lets in who holds it, and says so") func notSetUp() async {
        let model = model(.card)
        lock.answer = .notSetUp
        core.next("seeDevices") { _ in throw CardError.Locked }
        model.seeDevices()
        #expect(await eventually { core.asked == ["seeDevices", "unlock", "seeDevices"] })
        #expect(model.shell.trouble == .noDeviceLock)
    }

    @Test("an ended sign-in is said to be, until the next thing") func ended() async {
        let model = model(.card)
        model.endDevice("d2")
        #expect(model.shell.ending == "d2")
        #expect(await eventually { model.shell.hasEnded && model.shell.ending == nil })
        model.seeDevices()
        #expect(!model.shell.hasEnded)
    }

    @Test("too low a level is a page with the reason; afterwards the page goes on") func stepUp() async {
        let model = model(.card)
        model.opened = .devices
        core.next("seeDevices") { _ in throw CardError.LevelTooLow }
        model.seeDevices()
        #expect(await eventually { model.opened == .stepUp })
        #expect(model.shell.steppingUpFor == .endDevices && model.state.trouble == nil)
        core.next("stepUp") { _ in "https://login.example/a" }
        core.next("finishSignIn") {
            $0.tell { $0.clearedFor = .endDevices }
            return nil
        }
        model.stepUp(.endDevices)
        #expect(await eventually { core.asked.contains("goOn") && core.asked.last == "seeDevices" })
        #expect(model.opened == .devices && browser.opened.count == 1)
    }

    @Test("a step-up that isn't needed any more goes on at once") func already() async {
        let model = model(.card)
        core.next("stepUp") {
            $0.tell { $0.clearedFor = .endDevices }
            return nil
        }
        model.stepUp(.endDevices)
        #expect(await eventually { core.asked.contains("goOn") && core.asked.contains("seeDevices") })
        #expect(browser.opened.isEmpty && model.opened == .devices)
    }

    @Test("killed while stepping up: the link leads on to the page") func killed() async {
        let model = model(.signingIn(step: .inBrowser(url: "u", redirectUri: "r")))
        core.next("finishSignIn") {
            $0.tell { ($0.phase, $0.clearedFor) = (.card, .endDevices) }
            return nil
        }
        model.open(link: "\(Link.redirectAddress)?code=a")
        #expect(await eventually { core.asked.contains("goOn") && model.opened == .devices })
    }

    @Test("a hidden card shows when the device recognises its owner, and else stays hidden") func opens() async {
        let model = model(.locked)
        lock.answer = .refused
        model.unlock()
        #expect(await eventually { lock.asked.count == 1 })
        await settled()
        #expect(core.asked.isEmpty && model.state.phase == .locked && model.trouble == nil)
        lock.answer = .recognised
        core.next("unlock") {
            $0.tell { $0.phase = .card }
            return nil
        }
        model.unlock()
        #expect(await eventually { model.state.phase == .card })
    }

    @Test("in front of a hidden card the device asks by itself, once each time") func byItself() async {
        let model = model(.starting)
        lock.answer = .refused
        await model.inFront(true)
        core.next("start") {
            $0.tell { $0.phase = .locked }
            return nil
        }
        await model.start()
        #expect(await eventually { lock.asked.count == 1 && model.question == nil }, "asked, and answered")
        await model.inFront(true)
        await model.inFront(false)
        #expect(core.asked.suffix(2) == ["inFront true", "inFront false"] && lock.asked.count == 1)
        await model.inFront(true)
        #expect(await eventually { lock.asked.count == 2 })
    }

    @Test("the card is hidden only behind a lock that opens", arguments: Recognition.allCases)
    func hides(answer: Recognition) async {
        let model = model(.card)
        lock.answer = answer
        model.lockCard(true)
        #expect(model.shell.isLocking)
        #expect(await eventually { lock.asked.count == 1 })
        let done = answer == .recognised ? ["unlock", "lockCard true"] : []
        await settled()
        #expect(await eventually { core.asked == done })
        #expect(await eventually { model.shell.trouble == (answer == .notSetUp ? .noDeviceLock : nil) })
        #expect(await eventually { !model.shell.isLocking } && model.state.trouble == nil)
    }

    @Test("showing it again asks the device only when the core does") func shows() async {
        let model = model(.card)
        model.lockCard(false)
        #expect(await eventually { core.asked == ["lockCard false"] })
        core.next("lockCard") { _ in throw CardError.Locked }
        model.lockCard(false)
        #expect(await eventually { core.asked.count == 4 })
        #expect(core.asked.suffix(3) == ["lockCard false", "unlock", "lockCard false"] && lock.asked.count == 1)
        lock.answer = .refused
        core.next("lockCard") { _ in throw CardError.Locked }
        model.lockCard(false)
        #expect(await eventually { lock.asked.count == 2 })
        await settled()
        #expect(core.asked.count == 5 && model.state.trouble == nil)
    }

    private func model(_ phase: Phase) -> AppModel {
        core.tell { $0.phase = phase }
        return AppModel(CardStore(core), browser: browser, lock: lock, language: "nb")
    }
}
