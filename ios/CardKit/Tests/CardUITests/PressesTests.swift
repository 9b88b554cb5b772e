import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Presses") @MainActor struct PressesTests {
    @Test(
        "a button asks for what it says",
        arguments: [
            ("sign-in", Tag.doorIdPorten, "signIn idPorten"),
            ("sign-in", Tag.doorFeide, "signIn feide"),
            ("sign-in", Tag.language("se"), "chooseLanguage se"),
            ("in-browser", Tag.openBrowserAgain, "openBrowserAgain"),
            ("in-browser", Tag.cancelSignIn, "cancelSignIn"),
            ("preparing", Tag.cancelSignIn, "cancelSignIn"),
            ("card", Tag.refresh, "refresh"),
            ("card-needs-sign-in", Tag.signInAgain, "signIn idPorten"),
            ("card-Service", Tag.troubleAction, "refresh"),
            ("card-Service", Tag.troubleDismiss, "dismissTrouble"),
            ("card-BadLink", Tag.troubleDismiss, "dismissShellTrouble"),
            ("sign-in-SignInExpired", Tag.troubleAction, "signIn idPorten"),
            ("no-card-dismissed", Tag.refresh, "refresh"),
            ("me", Tag.language("en"), "chooseLanguage en"),
            ("me-sign-out", Tag.signOutConfirm, "signOut"),
        ])
    func asks(state: String, tag: String, asked: String) {
        let shown = Shown(entry(state))
        #expect(shown.press(tag))
        #expect(shown.recorder.asked == [asked])
    }

    @Test(
        "what is closed or busy can't be pressed",
        arguments: [
            ("card-refreshing", Tag.refresh), ("card-form-busy", Tag.submit), ("card-form-busy", Tag.forgot),
            ("card-form-busy", Tag.kindPassword), ("one-time-code-busy", Tag.submit),
            ("devices-ending", Tag.endDevice("d3")),
        ])
    func closed(state: String, tag: String) throws {
        let shown = Shown(entry(state))
        #expect(try #require(shown.tree.first(tag)).isDisabled)
        #expect(!shown.press(tag) && shown.recorder.asked.isEmpty)
    }

    @Test("the reader opens, turns and closes") func reader() {
        let shown = Shown(entry("card"))
        for (press, opened) in [
            (Tag.cardFace, Opened.reader), (Tag.readerTurn, .readerTurned), (Tag.readerTurn, .reader),
            (Tag.readerClose, .nothing),
        ] {
            #expect(shown.press(press))
            #expect(shown.recorder.opened == opened)
        }
        #expect(shown.identifiers.contains(Tag.card))
    }

    @Test("a card without a code opens no reader") func noReader() {
        let shown = Shown(entry("card-ended"))
        #expect(!shown.press(Tag.cardFace))
        shown.recorder.opened = .reader
        #expect(!shown.identifiers.contains(Tag.reader))
    }

    @Test("signing out asks first, and can be thought better of") func signOut() {
        let shown = Shown(entry("card"))
        for press in [Tag.tabMe, Tag.signOut, Tag.signOutCancel] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked.isEmpty && shown.recorder.opened == .nothing)
        for press in [Tag.tabMe, Tag.signOut, Tag.signOutConfirm] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked == ["signOut"] && shown.recorder.opened == .nothing)
    }

    @Test("pulling the card down asks anew") func pull() async throws {
        let shown = Shown(entry("card"))
        let refresh = try #require(shown.tree.all.compactMap(\.refresh).first)
        await refresh()
        #expect(shown.recorder.asked == ["refresh"])
    }

    @Test("an address is copied, and it says so") func copies() throws {
        var copied: [String] = []
        let address = Address(url: "https://a.example/1")
        let tree = {
            _walk(address.environment(\.copy, CopyAction { copied.append($0) }).environment(\.words, strings("nb")))
        }
        let copy = try #require(tree().first(Tag.copyAddress)?.action)
        copy()
        #expect(copied == ["https://a.example/1"])
        #expect(tree().all.compactMap(\.text).contains(strings("nb").browserCopied))
    }
}
