import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Receipts, data, leaving") @MainActor struct AccountPressesTests {
    @Test(
        "a button asks for what it says",
        arguments: [
            ("receipt", Tag.checkReceipt, "checkReceipt r2"),
            ("receipt", Tag.shareReceipt, "shareReceipt r2"),
            ("card-unused", Tag.keepCard, "keepCard"),
            ("notices-unused", Tag.keepCard, "keepCard"),
            ("notices-sign-again", Tag.readNew("2023000"), "beginTrip 2023000 rules"),
            ("my-data", Tag.export, "exportData"),
            ("my-data-export", Tag.shareJson, "shareExport json"),
            ("my-data-export", Tag.shareText, "shareExport text"),
            ("my-data-Offline", Tag.troubleAction, "again"),
            ("leave-Service", Tag.troubleAction, "again"),
        ])
    func asks(state: String, tag: String, asked: String) {
        let shown = Shown(entry(state))
        #expect(shown.press(tag))
        #expect(shown.recorder.asked == [asked])
    }

    @Test("leaving is four taps from anywhere, the last of them held") func leaves() {
        let shown = Shown(entry("leave"))
        shown.recorder.opened = .nothing
        for press in [Tag.tabMe, Tag.myData, Tag.leaveOpen] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked == ["seeLeaving"] && shown.recorder.opened == .leave)
        #expect(shown.hold(Tag.leaveHold) && shown.recorder.asked.last == "leave")
        #expect(shown.tree.first(Tag.leaveHold)?.holdSeconds == 2)
    }

    @Test("who can't hold presses twice, and hears so") func presses() {
        let shown = Shown(entry("leave-one"))
        #expect(shown.press(Tag.leaveHold) && shown.recorder.asked.isEmpty)
        #expect(shown.tree.first(Tag.leaveHold)?.speech == strings("nb").leaveConfirm)
        #expect(shown.press(Tag.leaveHold) && shown.recorder.asked == ["leave"])
    }

    @Test("a card that is being ended isn't ended twice") func ending() {
        let shown = Shown(entry("leave-ending"))
        #expect(!shown.press(Tag.leaveHold) && !shown.hold(Tag.leaveHold) && shown.recorder.asked.isEmpty)
    }

    @Test("keeping the card, or taking the data along first, goes back") func keeps() {
        let kept = Shown(entry("leave"))
        #expect(kept.press(Tag.leaveKeep) && kept.recorder.opened == .myData && kept.recorder.asked.isEmpty)
        let first = Shown(entry("leave"))
        #expect(first.press(Tag.export) && first.recorder.opened == .myData && first.recorder.asked == ["exportData"])
    }

    @Test("the farewell has a message for each, and ends in signing out") func farewell() throws {
        let shown = Shown(entry("end-card"))
        #expect(shown.tree.first("BackButton") == nil)
        for number in ["2030000", "2160100"] { #expect(shown.press(Tag.write(number))) }
        #expect(shown.recorder.asked[0].hasPrefix("open mailto:deichman@bibliotek.example?subject="))
        #expect(shown.recorder.asked[1] == "open tel:73000010")
        #expect(shown.press(Tag.leaveDone) && shown.recorder.asked.last == "signOut")
    }

    @Test("a message is copied, and it says so") func copies() throws {
        var copied: [String] = []
        let shown = Shown(entry("end-card"))
        let tree = _walk(shown.screen.environment(\.copy, CopyAction { copied.append($0) }))
        let copy = try #require(tree.first(Tag.copy("2122100"))?.action)
        copy()
        #expect(copied.first?.contains("Stord/Fitjar folkebibliotek") == true)
        #expect(copied.first?.contains("N012345678") == true)
    }

    @Test("Meg leads to each page, and back") func me() {
        for (tag, page) in [(Tag.meNotices, Opened.notices), (Tag.meReceipts, .receipts), (Tag.myData, .myData)] {
            let shown = Shown(entry("me"))
            #expect(shown.press(tag) && shown.recorder.opened == page)
            #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.me))
        }
    }

    @Test("a receipt from the list, and back to it") func receipt() {
        let shown = Shown(entry("receipts"))
        #expect(shown.press(Tag.receiptRow("r3")) && shown.recorder.opened == .receipt)
        #expect(shown.identifiers.contains(Tag.receiptProof))
        #expect(shown.press("BackButton") && shown.recorder.opened == .receipts)
    }

    @Test("a notice leads to what it is about") func notices() {
        let shown = Shown(entry("notices"))
        #expect(shown.press(Tag.libraryRow("2023700")) && shown.recorder.opened == .library)
        #expect(shown.press("BackButton") && shown.recorder.opened == .notices)
        let forked = Shown(entry("notices-log-forked"))
        #expect(forked.press(Tag.meReceipts) && forked.recorder.opened == .receipts)
    }
}
