import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

private let acting = catalogue.filter { $0.state.acting != nil }.map(\.name)

@Suite("Children") @MainActor struct ChildrenPressesTests {
    @Test("a child from the list: the card, the libraries, the ledger, and back") func child() {
        let shown = Shown(entry("children"))
        #expect(shown.press(Tag.childRow("c1")) && shown.identifiers.contains(Tag.child))
        #expect(shown.press(Tag.childLedger) && shown.recorder.asked == ["seeLedger c1"])
        #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.childChanges))
        #expect(shown.press(Tag.childCard) && shown.recorder.asked.last == "showCardOf c1")
        #expect(shown.recorder.tab == .card && shown.identifiers.contains(Tag.cardDots))
        #expect(shown.texts.contains(strings("nb").cardsOf("Nora Sandstad")))
    }

    @Test("changes stand under their day, with the age that comes with it") func changes() {
        let texts = Shown(entry("child")).texts
        #expect(texts.contains("Fra 4. mars 2031") && texts.contains("Nora Sandstad fyller 13 år"), "\(texts)")
        #expect(texts.contains("Nora Sandstad kan signere lånereglene selv, ved Deichman Bjørvika"), "\(texts)")
        #expect(texts.contains("Du kan ikke lenger vise kortet til Nora Sandstad"), "\(texts)")
    }

    @Test("cards for children: ticked, at one's own library, in one go") func register() {
        let shown = Shown(entry("children-no-cards"))
        #expect(shown.press(Tag.addChildren) && shown.press(Tag.registerChildren))
        #expect(shown.recorder.asked.isEmpty, "nobody is ticked")
        for child in ["c9", "c10", "c3", "c3"] { #expect(shown.press(Tag.pickChild(child))) }
        #expect(shown.texts.contains(strings("nb").addChildrenSubmitMany("2")))
        #expect(shown.press(Tag.registerChildren) && shown.recorder.asked == ["registerChildren c9+c10 2030000"])
    }

    @Test("another library for them: one press, and back with it") func library() {
        let shown = Shown(entry("child-library"))
        #expect(shown.press(Tag.pick("2190200")) && shown.recorder.opened == .addChildren)
        #expect(shown.recorder.asked == ["lookUp 2190200"])
        #expect(shown.press(Tag.pickChild("c9")) && shown.press(Tag.registerChildren))
        #expect(shown.recorder.asked.last == "registerChildren c9 2190200")
    }

    @Test("without a library, one is chosen first") func noLibrary() {
        let shown = Shown(entry("add-children-no-home"))
        #expect(shown.press(Tag.registerChildren) && shown.recorder.opened == .childLibrary)
    }

    @Test("each hears what became of whom, and the rules come one child after the other") func outcomes() {
        let all = Shown(entry("add-children-outcomes"))
        for child in ["c2", "c4", "c9", "c10", "c3"] { #expect(all.identifiers.contains(Tag.outcome(child))) }
        let shown = Shown(entry("add-children-done"))
        #expect(shown.press(Tag.signForChild) && shown.recorder.asked == ["signForChild c9 2030000"])
        #expect(shown.recorder.opened == .trip)
        #expect(shown.press(Tag.tripClose) && shown.recorder.opened == .addChildren)
        #expect(
            shown.recorder.asked.suffix(2) == ["endTrip", "actFor -"], "whoever read for a child is themselves again")
        #expect(shown.identifiers.contains(Tag.outcome("c9")), "what became of them is still said")
        #expect(shown.press(Tag.childrenDone) && shown.recorder.opened == .children)
    }

    @Test("at the end of the reading comes the next child; after the last, the children") func next() {
        let shown = Shown(entry("trip-summary-next-child"))
        #expect(shown.press(Tag.nextChild) && shown.recorder.asked == ["signForChild c10 2030000"])
        #expect(!shown.identifiers.contains(Tag.nextChild))
        #expect(shown.press(Tag.tripDone) && shown.recorder.opened == .children && shown.recorder.tab == .me)
        #expect(shown.recorder.asked.suffix(2) == ["endTrip", "actFor -"])
    }

    @Test("where no register says it, a library confirms it") func manual() {
        let shown = Shown(entry("add-children-link-off"))
        #expect(shown.press(Tag.childMissing) && shown.identifiers.contains(Tag.childCode))
        #expect(shown.press(Tag.makeChildCode) && shown.recorder.asked == ["makeChildCode 2030000"])
        let made = Shown(entry("child-code-made"))
        #expect(made.spoken.contains { $0.speech == strings("nb").childCodeA11yCode("M 3 X D 7 Q P A") })
        let none = Shown(entry("child-code-no-home"))
        #expect(none.press(Tag.makeChildCode) && none.recorder.opened == .childLibrary)
    }

    @Test("a child that isn't here any more says nothing of why") func gone() {
        let words = strings("nb")
        let (gone, refused) = (Shown(entry("child-gone")).texts, Shown(entry("child-NotAllowed")).texts)
        for texts in [gone, refused] { #expect(texts.contains(words.childrenNotAllowedTitle)) }
    }

    @Test("acting is said on every page but the reader, and ends with one press", arguments: acting)
    func banner(state: String) throws {
        let shown = Shown(entry(state))
        let isReader = entry(state).opened.isReader
        #expect(shown.identifiers.contains(Tag.actingBanner) == !isReader)
        if isReader { return }
        #expect(shown.press(Tag.actForMe) && shown.recorder.asked == ["actFor -"])
    }

    @Test("acting begins on the child's page and on its card") func acts() {
        for state in ["child", "card-pager-child"] {
            let shown = Shown(entry(state))
            #expect(shown.press(Tag.actFor) && shown.recorder.asked == ["actFor c1"])
        }
        #expect(!Shown(entry("child-acting")).press(Tag.actFor))
        #expect(!Shown(entry("child-own-phone")).press(Tag.actFor), "nobody signs for them any more")
    }

    @Test("while acting the libraries are the child's; home and what was asked for can't be changed there")
    func libraries() {
        let shown = Shown(entry("library-acting"))
        for tag in [Tag.makeHome, Tag.withdraw] { #expect(!shown.press(tag)) }
        let none = Shown(entry("library-acting-none"))
        #expect(none.press(Tag.join) && none.recorder.asked == ["beginTrip 2190200 rules"])
    }

    @Test("a birthday leads to what changes") func birthdays() {
        let shown = Shown(entry("notices-birthdays"))
        #expect(shown.press(Tag.childRow("c7")) && shown.identifiers.contains(Tag.child))
        let own = Shown(entry("notices-birthday-own"))
        #expect(own.press(Tag.seeChanges) && own.identifiers.contains(Tag.ownChanges))
    }
}

@Suite("Several cards") @MainActor struct CardPagerPressesTests {
    @Test("a swipe that comes to rest is told; the order stays") func settles() throws {
        let shown = Shown(entry("card-pager-child"))
        let words = strings("nb")
        #expect(shown.spoken.contains { $0.speech == words.cardsA11yPage("1", "3") }, "the last shown comes first")
        let settle = try #require(shown.tree.all.first { $0.kind == "Pager" }?.settle)
        settle(AnyHashable(CardOf.own))
        #expect(shown.recorder.asked == ["showCardOf -"])
        #expect(shown.spoken.contains { $0.speech == words.cardsA11yPage("2", "3") })
        #expect(!shown.identifiers.contains(Tag.actFor))
    }

    @Test("a voice goes from card to card by the dots") func voice() throws {
        let shown = Shown(entry("card-pager"))
        let adjust = { try #require(shown.tree.first(Tag.cardDots)?.adjust) }
        try adjust()(.increment)
        try adjust()(.increment)
        try adjust()(.increment)
        #expect(shown.recorder.asked == ["showCardOf c7", "showCardOf c1"], "there are no more")
        try adjust()(.decrement)
        #expect(shown.recorder.asked.last == "showCardOf c7")
    }

    @Test("the list leads to each card; the reader is for the one that is shown") func list() {
        let shown = Shown(entry("card-pager"))
        #expect(shown.press(Tag.allCards) && shown.identifiers.contains(Tag.cards))
        #expect(shown.press(Tag.cardOf("c1")) && shown.recorder.asked == ["showCardOf c1"])
        #expect(shown.press(Tag.cardFace) && shown.recorder.opened == .reader)
        #expect(shown.texts.contains("Nora Sandstad") && !shown.texts.contains("Kari Sandstad"))
        #expect(shown.press(Tag.readerClose) && shown.press(Tag.allCards) && shown.press(Tag.cardOfMe))
        #expect(shown.recorder.asked.last == "showCardOf -")
    }
}
