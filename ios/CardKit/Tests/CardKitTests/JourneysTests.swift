import CardCore
import CardKit
import CardKitFakes
import Foundation
import Testing

/// The shell's model, the real core and the real sandbox together.
@MainActor
@Suite("Journeys") struct JourneysTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()

    @Test("from sign-in to the card, and out again") func signIn() async throws {
        let browser = FakeBrowser(kari)
        let model = try model(browser)
        await model.start()
        #expect(await eventually { model.state.phase == .signedOut })
        model.signIn(.idPorten)
        #expect(await eventually { model.state.phase == .card })
        #expect(model.state.card?.number == "N012345678")
        #expect(model.state.card?.spokenNumber(strings("nb")).contains("N 0 1 2 3 4 5 6 7 8") == true)
        model.opened = .reader
        model.signOut(inBrowser: false)
        #expect(await eventually { model.state.phase == .signedOut && model.state.card == nil })
        #expect(model.opened == .nothing)
    }

    @Test("the card from a cold start with the sandbox gone") func offline() async throws {
        do {
            let app = try phone.app(sandbox)
            try await app.start()
            try await app.signIn()
        }
        sandbox.close()
        let model = try model(FakeBrowser())
        await model.start()
        #expect(await eventually { model.state.phase == .card && model.state.offline })
        #expect(model.state.card?.number == "N012345678")
        #expect(model.state.card?.barcode != nil)
    }

    @Test("killed while in the browser: the next app finishes with the link") func killed() async throws {
        let redirect: String
        do {
            let app = try phone.app(sandbox)
            try await app.start()
            redirect = try await fillIn(app.begin())
        }
        let model = try model(FakeBrowser())
        await model.start()
        #expect(await eventually { model.state.inBrowser?.redirect == Link.redirectAddress })
        model.open(link: redirect)
        #expect(await eventually { model.state.phase == .card })
    }

    @Test("killed while in the browser: opened again, it is a new attempt") func openedAgain() async throws {
        do {
            let app = try phone.app(sandbox)
            try await app.start()
            _ = try await app.begin()
        }
        let model = try model(FakeBrowser(kari))
        await model.start()
        #expect(await eventually { model.state.inBrowser != nil })
        model.openBrowserAgain()
        #expect(await eventually { model.state.phase == .card })
    }

    @Test("a second attempt closes the first one's browser") func twice() async throws {
        let browser = FakeBrowser()
        let model = try model(browser)
        await model.start()
        model.signIn(.idPorten)
        #expect(await eventually { browser.opened.count == 1 })
        browser.visit = kari
        model.openBrowserAgain()
        #expect(await eventually { model.state.phase == .card })
        #expect(browser.opened.count == 2)
    }

    @Test("a browser that is closed gives the sign-in up; one that doesn't open says so") func noBrowser() async throws
    {
        let browser = FakeBrowser { _ in .dismissed }
        let model = try model(browser)
        await model.start()
        model.signIn(.idPorten)
        #expect(await eventually { browser.opened.count == 1 && model.state.phase == .signedOut })
        browser.visit = { _ in .notOpened }
        model.signIn(.idPorten)
        #expect(await eventually { model.shell.trouble == .noBrowser && model.state.inBrowser != nil })
        model.cancelSignIn()
        #expect(await eventually { model.state.phase == .signedOut })
    }

    @Test("a redirect that wasn't ours leaves the attempt waiting") func forged() async throws {
        let model = try model(FakeBrowser())
        await model.start()
        model.signIn(.idPorten)
        #expect(await eventually { model.state.inBrowser != nil })
        model.open(link: "\(Link.redirectAddress)?code=x&state=forged")
        #expect(await eventually { model.state.trouble?.code == "SignInRefused" })
        #expect(model.state.inBrowser != nil)
        #expect(model.trouble?.step == .signIn)
    }

    @Test("an unknown link, or one for another app, is a message and no more") func badLink() async throws {
        let model = try model(FakeBrowser())
        await model.start()
        #expect(await eventually { model.state.phase == .signedOut })
        for link in ["no.other.app:/innlogget?code=x", "https://app.bibliotekkortet.no/ukjent", "", "::"] {
            model.open(link: link)
            #expect(model.shell.trouble == .badLink, "\(link)")
            model.dismissShellTrouble()
        }
        #expect(model.state.phase == .signedOut)
    }

    @Test("a core's mistake is shown until it is put away") func internalMistake() async throws {
        let model = try model(FakeBrowser())
        await model.start()
        model.signIn(.feide)
        #expect(await eventually { model.trouble?.tone == .stop && model.state.trouble == .Internal })
        model.dismissTrouble()
        #expect(await eventually { model.state.trouble == nil })
    }

    private func model(_ browser: FakeBrowser) throws -> AppModel {
        AppModel(CardStore(try phone.app(sandbox)), browser: browser, lock: FakeLock(), language: "nb")
    }
}

/// A person who signs in.
@MainActor
func kari(_ url: String) async -> BrowserEnd {
    if let redirect = try? await fillIn(url) { .returned(redirect) } else { .notOpened }
}
