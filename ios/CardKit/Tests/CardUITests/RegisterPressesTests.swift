import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Getting a card") @MainActor struct RegisterPressesTests {
    @Test("the doors lead to a card for who has none, with an e-ID and without") func doors() {
        let shown = Shown(entry("sign-in"))
        #expect(shown.press(Tag.getCard) && shown.recorder.asked == ["beginRegistration"])
        #expect(shown.press(Tag.withoutEid) && shown.recorder.opened == .withoutEid)
        #expect(shown.identifiers.contains(Tag.withoutEidPage))
        #expect(shown.press(Tag.doorCardNumber) && shown.recorder.opened == .cardForm)
        shown.recorder.opened = .withoutEid
        #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.signIn))
    }

    @Test("what Folkeregisteret says is confirmed, and what is left comes next") func registry() {
        let shown = Shown(entry("register-registry"))
        #expect(shown.identifiers.contains(Tag.registerRegistry) && !shown.identifiers.contains(Tag.back))
        #expect(shown.press(Tag.registerNext) && shown.identifiers.contains(Tag.registerEmail))
        #expect(shown.recorder.asked.isEmpty)
        let halfWay = Shown(entry("register-registry-half-way"))
        #expect(halfWay.press(Tag.registerNext) && halfWay.identifiers.contains(Tag.registerSecrets))
    }

    @Test("an address is sent once, and a code is wanted") func email() {
        let shown = Shown(entry("register-email"))
        #expect(shown.press(Tag.registerNext) && shown.recorder.asked.isEmpty, "nothing to send")
        #expect(shown.type(" ingrid@example.com ", into: Tag.emailField) && shown.press(Tag.registerNext))
        #expect(shown.recorder.asked == ["changeEmail ingrid@example.com"])
        #expect(shown.tree.first(Tag.emailField)?.keyboard == .emailAddress)
    }

    @Test("an address that is proved isn't sent again unless it is another") func proved() {
        let shown = Shown(entry("register-contact"))
        #expect(shown.press(Tag.back) && shown.identifiers.contains(Tag.registerEmail), "the code isn't typed again")
        #expect(shown.press(Tag.registerNext) && shown.identifiers.contains(Tag.registerContact))
        #expect(shown.recorder.asked.isEmpty)
        #expect(shown.press(Tag.back) && shown.type("ny@example.com", into: Tag.emailField))
        #expect(shown.press(Tag.registerNext) && shown.recorder.asked == ["changeEmail ny@example.com"])
    }

    @Test("a code is offered from the message, and on its way by itself when it is whole") func code() throws {
        let shown = Shown(entry("register-code"))
        let field = try #require(shown.tree.first(Tag.codeField))
        #expect(field.contentType == .oneTimeCode && field.keyboard == .numberPad)
        shown.type("27182", into: Tag.codeField)
        #expect(shown.recorder.asked.isEmpty)
        shown.type("271828", into: Tag.codeField)
        #expect(shown.recorder.asked == ["proveEmail 271828"])
        shown.recorder.taken()
        #expect(shown.tree.first(Tag.codeField)?.value ?? "" == "", "it is gone when it was taken")
    }

    @Test("another code, or another address, which keeps what was typed") func another() {
        let shown = Shown(entry("register-code-typed"))
        #expect(shown.press(Tag.codeAgain) && shown.recorder.asked == ["changeEmail ingrid@example.com"])
        shown.recorder.taken()
        #expect(shown.identifiers.contains(Tag.saved))
        #expect(shown.press(Tag.emailEdit) && shown.identifiers.contains(Tag.registerEmail))
        #expect(shown.tree.first(Tag.emailField)?.value == "ingrid@example.com")
    }

    @Test(
        "what is wrong is told at the fields, which keep what was typed; its button goes on there",
        arguments: [
            ("register-email-InvalidEmail", Tag.emailField, "ingrid@example"),
            ("register-email-LookalikeEmail", Tag.emailField, "ingrid@еxample.com"),
            ("register-contact-InvalidPhone", Tag.phoneField, "+47 00 00"),
            ("register-code-WrongCode", Tag.codeField, "271829"),
            ("register-secrets-TooSimple", Tag.pinField, "••••"),
        ])
    func refused(state: String, field: String, value: String) {
        let shown = Shown(entry(state))
        #expect(shown.tree.first(field)?.value == value)
        #expect(shown.press(Tag.troubleAction) && shown.recorder.asked == ["dismissTrouble"])
        #expect(shown.tree.first(field)?.value == value)
    }

    @Test(
        "how many tries are left is said",
        arguments: [
            ("register-code-WrongCode", "4"), ("register-code-WrongCode-last", "ett"),
            ("register-code-WrongCode-none", "ny"), ("register-code-LockedOut", "15"),
        ])
    func tries(state: String, said: String) throws {
        let shown = Shown(entry(state))
        let text = try #require(shown.tree.first(Tag.trouble)).all.compactMap(\.text).joined(separator: " ")
        #expect(text.contains(said), "\(text)")
    }

    @Test("a code that can't be tried any more is sent anew by the same button") func expired() {
        for state in ["register-code-CodeExpired", "register-code-WrongCode-none"] {
            let shown = Shown(entry(state))
            #expect(shown.press(Tag.troubleAction))
            #expect(shown.recorder.asked.last == "changeEmail ingrid@example.com")
        }
    }

    @Test("phone and channel go together, and back loses nothing of them") func contact() {
        let shown = Shown(entry("register-contact"))
        #expect(shown.press(Tag.registerNext) && shown.recorder.asked.isEmpty, "a number is missing")
        #expect(shown.type("00 00 00 01", into: Tag.phoneField) && shown.press(Tag.channel("Sms")))
        #expect(shown.press(Tag.back) && shown.press(Tag.registerNext))
        #expect(shown.tree.first(Tag.phoneField)?.value == "00 00 00 01")
        #expect(shown.press(Tag.registerNext) && shown.recorder.contacts.map(\.phone) == ["00 00 00 01"])
        #expect(shown.recorder.contacts.map(\.channel) == [.sms])
    }

    @Test("PIN and password are chosen once, hidden, and gone afterwards") func secrets() throws {
        let shown = Shown(entry("register-secrets"))
        #expect(shown.press(Tag.registerNext) && shown.recorder.asked.isEmpty)
        #expect(shown.type("48a26", into: Tag.pinField))
        #expect(try #require(shown.tree.first(Tag.pinField)).kind == "SecureField")
        #expect(shown.press(Tag.pinShow) && shown.tree.first(Tag.pinField)?.value == "4826")
        #expect(shown.press(Tag.passwordOpen) && shown.type("elleve-svarte-katter", into: Tag.passwordField))
        #expect(shown.tree.first(Tag.passwordField)?.contentType == .newPassword)
        #expect(shown.press(Tag.registerNext))
        #expect(shown.recorder.asked == ["chooseSecrets 4826 elleve-svarte-katter"])
        shown.recorder.taken()
        #expect(shown.tree.first(Tag.pinField)?.value ?? "" == "")
        let chosen = Shown(entry("register-secrets-chosen"))
        #expect(chosen.press(Tag.registerNext) && chosen.recorder.asked.isEmpty, "the PIN that was chosen stays")
        #expect(chosen.identifiers.contains(Tag.registerLibrary))
    }

    @Test("one press on a library takes it") func library() {
        let shown = Shown(entry("register-library-matched"))
        #expect(shown.press(Tag.pick("2190200")) && shown.recorder.asked == ["tellHome 2190200"])
        #expect(!Shown(entry("register-library-sending")).press(Tag.pick("2190200")), "one at a time")
        #expect(shown.type("trom", into: Tag.searchField) && shown.recorder.asked.last == "find trom")
    }

    @Test("the card is asked for by itself; what failed can be tried again, a refusal can't") func finish() {
        let shown = Shown(entry("register-finish"))
        for appears in shown.tree.all.flatMap(\.onAppear) { appears() }
        #expect(shown.recorder.asked == ["finishRegistration"])
        let failed = Shown(entry("register-finish-Offline"))
        #expect(failed.press(Tag.registerRetry) && failed.recorder.asked == ["finishRegistration"])
        #expect(!Shown(entry("register-finish-NotAllowed")).press(Tag.registerRetry))
        let level = Shown(entry("register-finish-LevelTooLow"))
        #expect(level.press(Tag.troubleAction) && level.recorder.asked == ["beginRegistration"])
        let missing = Shown(entry("register-finish-Incomplete"))
        #expect(missing.press(Tag.registerRetry) && missing.identifiers.contains(Tag.registerSecrets))
    }

    @Test("going on later asks first, and signs out") func later() {
        let shown = Shown(entry("register-secrets"))
        for press in [Tag.registerLater, Tag.signOutCancel] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked.isEmpty && shown.identifiers.contains(Tag.registerSecrets))
        for press in [Tag.registerLater, Tag.signOutConfirm] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked == ["signOut"])
    }

    @Test("twelve taps and five texts at most") func counted() {
        // ID-porten's own are its own; the rules are scrolled, signed, and put away.
        let taps = [
            Tag.getCard, Tag.registerNext, Tag.registerNext, Tag.registerNext, Tag.registerNext, Tag.pick("2190200"),
            Tag.sign, Tag.tripDone,
        ]
        let texts = [Tag.emailField, Tag.codeField, Tag.phoneField, Tag.pinField, Tag.searchField]
        #expect(taps.count <= 12 && texts.count <= 5)
        #expect(Shown(entry("register-rules")).identifiers.contains(Tag.trip), "the rules are there by themselves")
    }
}
