import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("The form and the code") @MainActor struct FormPressesTests {
    @Test("the form sends what was typed; the number stays, the secret goes") func sends() throws {
        let shown = Shown(entry("sign-in"))
        #expect(shown.press(Tag.doorCardNumber))
        #expect(shown.recorder.opened == .cardForm)
        #expect(shown.type("N012 345 678", into: Tag.numberField))
        shown.press(Tag.submit)
        #expect(shown.recorder.asked.isEmpty, "nothing to send yet")
        #expect(shown.type("1234", into: Tag.secretField))
        #expect(shown.press(Tag.submit))
        #expect(shown.recorder.forms == [CardForm(user: "N012 345 678", secret: "1234", knows: .pin, remembers: true)])
        #expect(shown.tree.first(Tag.numberField)?.value == "N012 345 678")
        #expect(shown.tree.first(Tag.secretField)?.value == "")
        shown.press(Tag.submit)
        #expect(shown.recorder.asked == ["signInWithCard"])
    }

    @Test("PIN and password are two ways: the keyboard, what is read, and what was typed") func kinds() throws {
        let shown = Shown(entry("card-form"))
        var field = try #require(shown.tree.first(Tag.secretField))
        #expect(field.kind == "SecureField" && field.keyboard == .numberPad && field.contentType == .password)
        shown.type("12a345", into: Tag.secretField)
        #expect(shown.tree.first(Tag.secretField)?.value == "••••")
        #expect(shown.press(Tag.kindPassword))
        field = try #require(shown.tree.first(Tag.secretField))
        #expect(field.value == "" && field.kind == "SecureField" && field.keyboard == .default)
        #expect(shown.tree.first(Tag.kindPassword)?.traits.contains(.isSelected) == true)
        shown.type("blåbær og bok", into: Tag.secretField)
        #expect(shown.press(Tag.remember))
        let send = try #require(shown.tree.first(Tag.secretField)?.submit)
        send()
        #expect(shown.recorder.forms.isEmpty, "without a number there is nothing to send")
        shown.type("N012345678", into: Tag.numberField)
        send()
        #expect(shown.recorder.forms.map(\.knows) == [.password] && shown.recorder.forms.map(\.remembers) == [false])
    }

    @Test("a password is shown only while the person wants it, and hidden when it is sent") func shows() throws {
        let shown = Shown(entry("card-form-filled"))
        let secret = "blåbær og bok"
        #expect(!shown.tree.all.compactMap(\.value).contains(secret))
        #expect(shown.press(Tag.secretShow))
        #expect(shown.tree.first(Tag.secretField)?.value == secret)
        #expect(shown.press(Tag.submit))
        #expect(shown.tree.first(Tag.secretField)?.kind == "SecureField")
    }

    @Test("the number field is for the keychain, and read sign by sign") func number() throws {
        let field = try #require(Shown(entry("card-form-filled")).tree.first(Tag.numberField))
        #expect(field.contentType == .username && field.spellsOut)
        #expect(field.hint?.isEmpty == false && field.label?.isEmpty == false)
    }

    @Test("forgotten: the way out is ID-porten, or back to the form") func forgotten() {
        let shown = Shown(entry("card-form-WrongCredentials"))
        for press in [Tag.forgot, Tag.forgotCancel] { #expect(shown.press(press)) }
        #expect(shown.recorder.opened == .cardForm && shown.recorder.asked.isEmpty)
        for press in [Tag.forgot, Tag.forgotIdPorten] { #expect(shown.press(press)) }
        #expect(shown.recorder.asked == ["signIn idPorten"] && shown.recorder.opened == .nothing)
    }

    @Test("back from a form that is on its way gives the sign-in up") func back() {
        let busy = Shown(entry("card-form-busy"))
        #expect(busy.press("BackButton"))
        #expect(busy.recorder.asked == ["cancelSignIn"] && busy.recorder.opened == .nothing)
        let idle = Shown(entry("card-form"))
        #expect(idle.press("BackButton"))
        #expect(idle.recorder.asked.isEmpty && idle.recorder.opened == .nothing)
    }

    @Test("a session that is over begins anew by any door, with the card still below") func anew() {
        let shown = Shown(entry("card-needs-sign-in"))
        #expect(shown.press(Tag.doorCardNumber) && shown.recorder.opened == .cardForm)
        #expect(shown.identifiers.contains(Tag.cardForm) && shown.recorder.asked.isEmpty)
        #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.card))
        #expect(shown.press(Tag.doorFeide) && shown.recorder.asked == ["signIn feide"])
    }

    @Test(
        "who is locked out hears when, and can go on with ID-porten",
        arguments: [("card-form-LockedOut", "14"), ("card-form-LockedOut-hours", "24")])
    func lockedOut(state: String, said: String) throws {
        let shown = Shown(entry(state))
        let text = try #require(shown.tree.first(Tag.trouble)).all.compactMap(\.text).joined(separator: " ")
        #expect(text.contains(said), "\(text)")
        #expect(shown.press(Tag.troubleAction))
        #expect(shown.recorder.asked == ["signIn idPorten"])
    }

    @Test("a code is offered from the message, sent once, and emptied") func code() throws {
        let shown = Shown(entry("one-time-code"))
        let field = try #require(shown.tree.first(Tag.codeField))
        #expect(field.contentType == .oneTimeCode && field.keyboard == .numberPad)
        shown.type("12345", into: Tag.codeField)
        #expect(shown.press(Tag.submit) && shown.recorder.asked.isEmpty, "a digit is missing")
        shown.type("123 456", into: Tag.codeField)
        for _ in 0..<2 { #expect(shown.press(Tag.submit)) }
        #expect(shown.recorder.asked == ["giveOneTimeCode 123456"])
        #expect(shown.tree.first(Tag.codeField)?.value == "")
        for press in [Tag.cancelSignIn, "BackButton"] {
            #expect(shown.press(press) && shown.recorder.asked.last == "cancelSignIn")
        }
    }
}
