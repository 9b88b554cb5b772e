import CardCore
import CardKit
import CardKitFakes
import Testing

/// The ways in and out, with a core that does what the test says.
@MainActor
@Suite("Doors") struct DoorsTests {
    private let core = ScriptedCore()
    private let browser = FakeBrowser { _ in .returned("back") }

    @Test("the form goes to the core, and the card comes") func form() async {
        let model = model(.signedOut)
        core.next("signInWithCard") {
            $0.tell { $0.phase = .card }
            return nil
        }
        model.opened = .cardForm
        model.signIn(with: CardForm(user: "N012345678", secret: "1234", knows: .pin, remembers: false))
        #expect(await eventually { model.state.phase == .card })
        #expect(core.asked == ["signInWithCard N012345678 pin false"])
        #expect(model.opened == .nothing && browser.opened.isEmpty)
    }

    @Test("a number that isn't one is told here, until it is seen or tried again") func invalid() async {
        let model = model(.signedOut)
        for _ in 0..<2 { core.next("signInWithCard") { _ in throw CardError.InvalidNumber } }
        model.opened = .cardForm
        model.signIn(with: CardForm(user: "N01", secret: "1234"))
        #expect(await eventually { model.state.trouble == .InvalidNumber })
        #expect(model.trouble?.step == .write(.number) && model.opened == .cardForm)
        model.dismissTrouble()
        #expect(model.state.trouble == nil)
        model.signIn(with: CardForm(user: "N01", secret: "1234"))
        #expect(await eventually { model.state.trouble == .InvalidNumber })
        model.opened = .nothing
        #expect(model.state.trouble == nil, "a page that is left takes its failure with it")
    }

    @Test("a service that wants a browser gets one") func web() async {
        let model = model(.signedOut)
        core.next("signInWithCard") { _ in "https://login.example/a" }
        model.signIn(with: CardForm(user: "N012345678", secret: "1234"))
        #expect(await eventually { core.asked.last == "finishSignIn back" })
        #expect(browser.opened == ["https://login.example/a"])
    }

    @Test("another door leaves the form, so that waiting looks like waiting") func otherDoor() async {
        let model = model(.signedOut)
        model.opened = .cardForm
        core.next("beginSignIn") {
            $0.tell { $0.phase = .signingIn(step: .preparing) }
            return "https://login.example/a"
        }
        model.signIn(.idPorten)
        #expect(await eventually { core.asked.contains("finishSignIn back") })
        #expect(model.opened == .nothing)
    }

    @Test("a code is on its way on its own page, and a wrong one stays there") func code() async {
        let model = model(.signingIn(step: .codeWanted))
        core.next("giveOneTimeCode") {
            $0.tell { $0.trouble = .WrongCredentials }
            throw CardError.WrongCredentials
        }
        model.giveOneTimeCode("123456")
        #expect(model.opened == .oneTimeCode)
        #expect(await eventually { model.state.trouble == .WrongCredentials })
        #expect(model.trouble?.title == strings("nb").oneTimeCodeWrongTitle)
        core.next("giveOneTimeCode") {
            $0.tell { ($0.phase, $0.trouble) = (.card, nil) }
            return nil
        }
        model.giveOneTimeCode("654321")
        #expect(await eventually { model.state.phase == .card && model.opened == .nothing })
    }

    @Test("opened again, the browser goes where it went") func openedAgain() async {
        let model = model(.signedOut)
        browser.visit = nil
        core.next("beginSignIn") {
            $0.tell { $0.phase = .signingIn(step: .inBrowser(url: "u", redirectUri: "r")) }
            return "u"
        }
        model.signIn(.feide)
        #expect(await eventually { browser.opened == ["u"] })
        model.openBrowserAgain()
        #expect(await eventually { core.asked.count == 2 })
        #expect(core.asked == ["beginSignIn feide", "beginAgain"])
    }

    @Test("signing out leaves the browser alone, or ends what is there; how that goes changes nothing") func signOut()
        async
    {
        let model = model(.card)
        model.signOut(inBrowser: false)
        #expect(await eventually { core.asked == ["signOut -"] })
        await settled()
        #expect(browser.opened.isEmpty)
        for answer in [BrowserEnd.returned("bye"), .dismissed, .notOpened] {
            core.next("signOut") { _ in "https://login.example/out" }
            core.next("finishSignOut") { _ in throw CardError.SignInRefused(check: "state") }
            browser.visit = { _ in answer }
            let before = browser.opened.count
            model.signOut(inBrowser: true)
            #expect(await eventually { browser.opened.count == before + 1 })
        }
        #expect(await eventually { core.asked.contains("finishSignOut bye") })
        #expect(core.asked.filter { $0 == "signOut \(Link.farewellAddress)" }.count == 3)
        #expect(model.state.trouble == nil && model.shell.trouble == nil)
        model.open(link: "\(Link.farewellAddress)?state=a")
        #expect(await eventually { core.asked.last == "finishSignOut \(Link.farewellAddress)?state=a" })
    }

    private func model(_ phase: Phase) -> AppModel {
        core.tell { $0.phase = phase }
        return AppModel(CardStore(core), browser: browser, lock: FakeLock(), language: "nb")
    }
}
