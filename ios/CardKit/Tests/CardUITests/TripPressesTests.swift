import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Reading and signing") @MainActor struct TripPressesTests {
    @Test(
        "a button asks for what it says",
        arguments: [
            ("trip", Tag.haveRead, "haveRead"),
            ("trip-read", Tag.sign, "sign"),
            ("trip-read", Tag.skipStop, "skipStop"),
            ("trip-read", Tag.keepRules, "keepRules"),
            ("trip-for-whom", Tag.party(1), "signFor 1"),
            ("trip-sami", Tag.rulesLanguage("nb"), "readAgain nb"),
            ("trip-NoRules", Tag.troubleAction, "readAgain -"),
            ("trip-Offline", Tag.troubleAction, "readAgain -"),
            ("trip-RulesChanged", Tag.troubleAction, "readAgain -"),
            ("trip-ReceiptRefused", Tag.troubleAction, "sign"),
            ("trip-SignInExpired", Tag.troubleAction, "signIn idPorten"),
            ("trip-NoRules", Tag.skipStop, "skipStop"),
        ])
    func asks(state: String, tag: String, asked: String) {
        let shown = Shown(entry(state))
        #expect(shown.press(tag), "\(shown.identifiers)")
        #expect(shown.recorder.asked == [asked])
    }

    @Test(
        "nothing is signed before it was read, by somebody who may, or twice",
        arguments: ["trip", "trip-guardian-wanted", "trip-not-said", "trip-every-party", "trip-signing"])
    func closed(state: String) throws {
        let shown = Shown(entry(state))
        #expect(try #require(shown.tree.first(Tag.sign)).isDisabled)
        #expect(!shown.press(Tag.sign) && shown.recorder.asked.isEmpty)
    }

    @Test("closing asks only when something was read or signed") func close() {
        let fresh = Shown(entry("trip"))
        #expect(fresh.press(Tag.tripClose) && fresh.recorder.asked == ["endTrip"] && fresh.recorder.opened == .nothing)
        let second = Shown(entry("trip-second"))
        for press in [Tag.tripClose, Tag.endTripCancel] { #expect(second.press(press)) }
        #expect(second.recorder.asked.isEmpty && second.recorder.opened == .trip)
        for press in [Tag.tripClose, Tag.endTripConfirm] { #expect(second.press(press)) }
        #expect(second.recorder.asked == ["endTrip"] && second.recorder.opened == .nothing)
    }

    @Test("closed, the search is there again as it was") func backToFind() {
        let shown = Shown(entry("find-chosen"))
        #expect(shown.press(Tag.readChosen) && shown.recorder.opened == .trip)
        #expect(shown.press(Tag.tripClose) && shown.recorder.opened == .find)
    }

    @Test("the end leads to the codes, the receipts and the libraries") func summary() {
        let shown = Shown(entry("trip-summary"))
        #expect(shown.identifiers.contains(Tag.tripSummary))
        #expect(shown.press(Tag.showDeskCode("2023000")) && shown.recorder.opened == .deskCode)
        #expect(shown.press("BackButton") && shown.recorder.opened == .trip)
        #expect(shown.press(Tag.meReceipts) && shown.recorder.opened == .receipts)
        #expect(shown.press("BackButton") && shown.recorder.opened == .trip)
        #expect(shown.press(Tag.tripDone) && shown.recorder.asked == ["endTrip"])
        #expect(shown.recorder.opened == .nothing && shown.recorder.tab == .libraries)
        let registered = Shown(entry("register-summary"))
        #expect(registered.press(Tag.tripDone) && registered.recorder.tab == .card, "a new card is what they came for")
    }

    @Test("a library that can't be signed at leads on") func leadsOn() {
        let closed = Shown(entry("trip-LibraryClosed"))
        #expect(closed.press(Tag.troubleAction) && closed.recorder.opened == .find)
        #expect(closed.press("BackButton") && closed.recorder.opened == .trip)
        let refused = Shown(entry("trip-NotAllowed"))
        #expect(refused.press(Tag.troubleAction) && refused.recorder.opened == .library)
    }

    @Test("the text grows in two steps, and back") func textSize() throws {
        let shown = Shown(entry("trip"))
        #expect(!shown.press(Tag.textSmaller))
        #expect(shown.press(Tag.textLarger) && shown.press(Tag.textLarger) && !shown.press(Tag.textLarger))
        #expect(shown.press(Tag.textSmaller))
        #expect(DynamicTypeSize.large.larger(by: 1) == .xxLarge)
        #expect(DynamicTypeSize.accessibility4.larger(by: 2) == .accessibility5)
    }

    @Test("what went and what came is said in words") func changes() throws {
        let shown = Shown(entry("trip-every-change"))
        let words = strings("nb")
        let clauses = try #require(entry("trip-every-change").state.trip?.rules?.clauses)
        for clause in clauses where clause.kind == .removed {
            #expect(shown.spoken.contains { $0.speech == words.clauseA11yRemoved(clause.text) })
        }
        for clause in clauses {
            #expect(shown.tree.first(Tag.clause(clause.id)) != nil)
            #expect(shown.spoken.contains { $0.speech == clause.spoken(words) })
        }
        let new = try #require(shown.tree.first(Tag.whatsNew)).spoken.map(\.speech)
        #expect(new.contains { $0.contains("Før 40 kr, nå 50 kr") }, "\(new)")
    }

    @Test("who reads the app in a language that the library hasn't written in is told so") func language() {
        let words = strings("en")
        let said = Shown(entry("trip"), "en").texts
        #expect(said.contains { $0.hasPrefix(words.tripNotInLanguageRules(words.textLanguageEn)) })
        #expect(!Shown(entry("trip"), "nb").texts.contains { $0.hasPrefix("Biblioteket har ikke skrevet") })
    }

    @Test("only what the library confirmed is called done") func outcomes() throws {
        let state = entry("trip-summary").state
        let trip = try #require(state.trip)
        let said = trip.stops.map { Outcome($0, state) }
        #expect(said.contains(.waitsDesk) && said.contains(.skipped))
        var waiting = state
        waiting.relations = []
        #expect(!trip.stops.map { Outcome($0, waiting) }.contains(.member))
    }
}
