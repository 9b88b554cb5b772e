import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Libraries") @MainActor struct LibrariesPressesTests {
    @Test(
        "a button asks for what it says",
        arguments: [
            ("libraries", Tag.refreshLibraries, "seeLibraries"),
            ("libraries-unknown", Tag.refreshLibraries, "seeLibraries"),
            ("libraries-sign-again", Tag.readNew("2190200"), "beginTrip 2190200 rules"),
            ("libraries-sign-again", Tag.readNew("2030000"), "beginTrip 2030000 staffless"),
            ("libraries-Service", Tag.troubleAction, "again"),
            ("libraries-SignInExpired", Tag.troubleAction, "signIn idPorten"),
            ("library", Tag.join, "beginTrip 2160100 rules"),
            ("library-ended", Tag.join, "beginTrip 2122100 rules"),
            ("library-new", Tag.readNew("2190200"), "beginTrip 2190200 rules"),
            ("library-active", Tag.makeHome, "chooseHome 2190200"),
            ("library-home", Tag.readStaffless, "beginTrip 2030000 staffless"),
            ("library-home", Tag.readRules, "beginTrip 2030000 rules"),
            ("library-home", Tag.mail, "open mailto:deichman@bibliotek.example"),
            ("library-home", Tag.phone, "open tel:22000010"),
            ("library-home", Tag.web, "open https://deichman.example"),
            ("library-Offline", Tag.troubleAction, "again"),
            ("library-NotAllowed", Tag.troubleAction, "dismissTrouble"),
            ("desk-code-expired", Tag.join, "beginTrip 2023000 rules"),
        ])
    func asks(state: String, tag: String, asked: String) {
        let shown = Shown(entry(state))
        #expect(shown.press(tag))
        #expect(shown.recorder.asked == [asked])
    }

    @Test("what is under way can't be asked for twice") func busy() throws {
        for (state, tag) in [("libraries-refreshing", Tag.refreshLibraries), ("library-making-home", Tag.makeHome)] {
            #expect(try #require(Shown(entry(state)).tree.first(tag)).isDisabled)
        }
    }

    @Test("the bar leads to each place and back; pages hide it") func places() {
        let shown = Shown(entry("card-badges"))
        #expect(shown.press(Tag.tabLibraries) && shown.identifiers.contains(Tag.libraries))
        #expect(shown.press(Tag.tabMe) && shown.identifiers.contains(Tag.me))
        #expect(shown.press(Tag.tabCard) && shown.identifiers.contains(Tag.card))
        #expect(!Shown(entry("library")).identifiers.contains(Tag.tabCard))
    }

    @Test("what waits is said in the bar") func badges() throws {
        let bar = Shown(entry("card-badges")).tree
        let words = strings("nb")
        #expect(try #require(bar.first(Tag.tabLibraries)).speech == words.tabsA11yWaiting(words.tabsLibraries))
        #expect(try #require(bar.first(Tag.tabMe)).badge == "3")
        #expect(try #require(bar.first(Tag.tabCard)).speech == words.tabsCard)
        #expect(try #require(Shown(entry("card")).tree.first(Tag.tabLibraries)).badge == nil)
    }

    @Test("the home library is three taps away") func home() {
        let shown = Shown(entry("libraries"))
        shown.recorder.tab = .card
        for press in [Tag.tabLibraries, Tag.libraryRow("2190200"), Tag.makeHome] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked.last == "chooseHome 2190200")
    }

    @Test("three are chosen and read in three taps more than each tick") func chooseThree() {
        let shown = Shown(entry("find-chosen-one"))
        #expect(shown.press(Tag.choose("2160100")) && !shown.identifiers.contains(Tag.readChosen))
        let all = Shown(entry("find"))
        var ticks: [String] = []
        for node in all.buttons where node.identifier?.hasPrefix("choose-") == true && ticks.count < 3 {
            ticks.append(node.identifier!)
        }
        for tick in ticks { #expect(all.press(tick)) }
        #expect(all.tree.first(ticks[0])?.value == strings("nb").findChosen)
        #expect(all.press(Tag.readChosen) && all.recorder.opened == .trip)
        let numbers = ticks.map { $0.dropFirst("choose-".count) }.joined(separator: "+")
        #expect(all.recorder.asked == ["beginTrip \(numbers) rules"])
    }

    @Test("every letter searches; what is typed stays when the person comes back") func searches() {
        let shown = Shown(entry("libraries"))
        #expect(shown.press(Tag.findOpen) && shown.recorder.opened == .find)
        #expect(shown.recorder.asked == ["find "])
        #expect(shown.type("t", into: Tag.searchField) && shown.type("tr", into: Tag.searchField))
        #expect(shown.recorder.asked.suffix(2) == ["find t", "find tr"])
        #expect(shown.press("BackButton") && shown.recorder.opened == .nothing)
        #expect(shown.press(Tag.findOpen) && shown.tree.first(Tag.searchField)?.value == "tr")
        #expect(shown.press(Tag.searchClear) && shown.recorder.asked.last == "find ")
    }

    @Test("what matched is bold, wherever it stands in the name") func matched() {
        var profile = entry("library").shell("nb").profile!
        (profile.library.name, profile.matched) = (
            "Kárášjoga gielddagirjerádju", [Matched(from: 0, to: 3), Matched(from: 20, to: 99)]
        )
        #expect(profile.nameParts.map(\.text) == ["Kár", "ášjoga gielddagir", "jerádju"])
        #expect(profile.nameParts.map(\.isMatch) == [true, false, true])
    }

    @Test("a library, its branch, and back to each") func back() {
        let shown = Shown(entry("libraries"))
        #expect(shown.press(Tag.libraryRow("2030000")) && shown.recorder.opened == .library)
        #expect(shown.texts.contains("Deichman Bjørvika"))
        #expect(shown.press(Tag.libraryRow("2030600")) && shown.recorder.asked.last == "lookUp 2030600")
        #expect(!shown.texts.contains("Deichman Bjørvika"))
        #expect(shown.press("BackButton") && shown.texts.contains("Deichman Bjørvika"))
        #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.libraries))
    }

    @Test("withdrawing asks first, and can be thought better of") func withdraw() {
        let shown = Shown(entry("library-desk"))
        for press in [Tag.withdraw, Tag.withdrawCancel] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked.isEmpty && shown.recorder.opened == .library)
        for press in [Tag.withdraw, Tag.withdrawConfirm] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked == ["withdraw 2023000"] && shown.recorder.opened == .library)
    }

    @Test("the code is read sign by sign, and the desk's yes ends the wait") func deskCode() throws {
        let shown = Shown(entry("libraries-desk"))
        #expect(shown.press(Tag.showDeskCode("2023000")) && shown.recorder.opened == .deskCode)
        #expect(shown.spoken.contains { $0.speech == strings("nb").deskCodeA11yCode("7 K Q 4 M 2 X A") })
        let done = Shown(entry("desk-code-done"))
        #expect(done.identifiers.contains(Tag.deskCodeDone) && !done.identifiers.contains(Tag.deskCodeWaiting))
        #expect(done.press(Tag.tripDone) && done.recorder.opened == .nothing)
    }

    @Test(
        "sentences with several parts have each in its place",
        arguments: [
            ("library-home", "Versjon 3 på bokmål"), ("library-new", "Ny versjon 2 gjelder fra 1. april"),
            (
                "notices-unused",
                "Kortet har ikke vært brukt siden 20. mars 2023. Det avsluttes 11. april 2026 hvis du ikke beholder det."
            ),
            ("notices-sign-again", "Aldersgrense er endret. Gjelder fra 1. april."),
            ("notices", "Eidsvoll folkebibliotek stenger 1. april"), ("trip-second", "2 av 3"),
            ("trip-for-whom", "Nora Sandstad (8 år)"), ("trip-new-money", "40 kr"),
        ])
    func parts(state: String, said: String) {
        let texts = Shown(entry(state)).texts
        #expect(texts.contains(said), "\(texts)")
    }

    @Test("what few look for is folded away until wanted") func folds() {
        #expect(!Shown(entry("library-home")).texts.contains(strings("nb").libraryLeaveText))
        let folded = Folded(title: "More") { Text("inside") }
        let texts = { _walk(folded).all.compactMap(\.text) }
        #expect(texts() == ["More"])
        _walk(folded).all.first { $0.kind == "DisclosureButton" }?.action?()
        #expect(texts() == ["More", "inside"])
    }
}
