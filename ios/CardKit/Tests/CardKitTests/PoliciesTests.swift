import CardCore
import CardKit
import Foundation
import Testing

/// Values that decide: links, restored state, brightness, cover, lock.
@Suite("Policies") struct PoliciesTests {
    @Test("links of this app are known") func links() {
        #expect(Link("\(Link.redirectAddress)?code=a") == .redirect("\(Link.redirectAddress)?code=a"))
        #expect(
            Link("no.bibliotekkortet.app:/innlogget?code=a") == .redirect("no.bibliotekkortet.app:/innlogget?code=a"))
        #expect(Link("\(Link.farewellAddress)?state=a") == .farewell("\(Link.farewellAddress)?state=a"))
        #expect(Link("https://app.bibliotekkortet.no/kort") == .card)
    }

    @Test(
        "other links are not",
        arguments: [
            "", " ", "kort", "https://", "http://app.bibliotekkortet.no/innlogget", "no.other.app:/innlogget?code=a",
            "https://app.bibliotekkortet.no:8443/innlogget", "https://kari@app.bibliotekkortet.no/innlogget",
            "https://app.bibliotekkortet.no.example/innlogget", "https://app.bibliotekkortet.no/innlogget/../kort",
            "no.bibliotekkortet.app://evil/innlogget", "https://app.bibliotekkortet.no/\u{0}", "%%%",
        ])
    func otherLinks(_ link: String) { #expect(Link(link) == nil) }

    @Test("a link without end is refused") func longLink() {
        #expect(Link("\(Link.redirectAddress)?code=\(String(repeating: "a", count: 10_000))") == nil)
    }

    @Test("what was open is restored") func restored() {
        let kept = RestoredState(opened: .readerTurned, language: "se")
        #expect(RestoredState(reading: kept.data) == kept)
    }

    @Test(
        "what a newer app or somebody else wrote is not",
        arguments: [
            #"{"version":2,"opened":"reader","language":"nb"}"#, #"{"version":1,"opened":"loans","language":"nb"}"#,
            #"{"version":1,"opened":"reader","language":"xx"}"#, #"{"version":"1"}"#, "[]", "", "\u{0}",
        ])
    func notRestored(_ text: String) { #expect(RestoredState(reading: Data(text.utf8)) == nil) }

    @Test("the reader is bright, and what was before is given back") func brightness() {
        var policy = BrightnessPolicy()
        #expect(policy.level(opened: .nothing, active: true, now: 0.4) == nil)
        #expect(policy.level(opened: .reader, active: true, now: 0.4) == 1)
        #expect(policy.level(opened: .readerTurned, active: true, now: 1) == nil)
        #expect(policy.level(opened: .readerTurned, active: false, now: 1) == 0.4)
        #expect(policy.level(opened: .readerTurned, active: true, now: 0.4) == 1)
        #expect(policy.level(opened: .nothing, active: true, now: 0.7) == nil, "the person chose 0.7 meanwhile")
    }

    @Test("a cover when not in front") func privacy() {
        var state = AppState.blank
        state.phase = .signedOut
        #expect(!PrivacyPolicy().covers(state, .nothing, .background))
        #expect(PrivacyPolicy().covers(state, .cardForm, .inactive), "a number may stand there")
        state.card = CardView(
            number: "", groups: [], name: "", homeLibrary: nil, libraries: [], barcode: nil, face: .ended,
            checkedAt: Date(), showUntil: Date())
        #expect(PrivacyPolicy().covers(state, .nothing, .inactive))
        #expect(!PrivacyPolicy().covers(state, .nothing, .active))
    }

    @Test("leaving and coming back are told once, a glance aside isn't") func whereabouts() {
        var whereabouts = Whereabouts()
        let told = [SceneState.inactive, .active, .inactive, .active, .inactive, .background, .background, .active].map
        {
            whereabouts.isInFront($0)
        }
        #expect(told == [nil, true, nil, nil, nil, false, nil, true])
    }

    @Test("what lies open needs something to lie on") func lies() {
        func lying(_ opened: Opened, _ phase: Phase, needsSignIn: Bool = false) -> Opened {
            var state = AppState.blank
            (state.phase, state.needsSignIn) = (phase, needsSignIn)
            return opened.lying(on: state)
        }
        #expect(lying(.cardForm, .signedOut) == .cardForm)
        #expect(lying(.cardForm, .signingIn(step: .preparing)) == .cardForm)
        #expect(lying(.oneTimeCode, .signedOut) == .cardForm, "the code came to nothing")
        #expect(lying(.cardForm, .card) == .nothing && lying(.forgot, .locked) == .nothing)
        #expect(lying(.cardForm, .card, needsSignIn: true) == .cardForm, "a session that is over begins by any door")
        #expect(lying(.devices, .card) == .devices && lying(.devices, .locked) == .nothing)
        #expect(Opened.allCases.allSatisfy { lying($0, .starting) == .nothing })
    }

    @Test("a form says nothing of what it holds, and parts with the secret") func form() {
        var form = CardForm(user: "N012345678", secret: "1234")
        var printed = "\(form) \(String(reflecting: form))"
        dump(form, to: &printed)
        #expect(!printed.contains("1234") && !printed.contains("N012"))
        #expect(form.takeSecret().secret == "1234")
        #expect(form.user == "N012345678" && form.missing == .secret)
        form.secret = "4321"
        form.knows = .password
        #expect(form.secret.isEmpty)
    }
}
