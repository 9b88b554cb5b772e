import CardCore
import CardKit
import SwiftUI
import Testing

@testable import CardUI

@Suite("Contact, PIN and password") @MainActor struct ContactPressesTests {
    @Test("Meg leads to each page, asks for what it shows, and back") func me() {
        let pages: [(String, String, [String])] = [
            (Tag.meContact, Tag.contact, ["seeContact"]), (Tag.mePin, Tag.pin, []), (Tag.mePassword, Tag.password, []),
            (Tag.meChildren, Tag.children, []), (Tag.meLedger, Tag.ledger, ["seeLedger -"]),
        ]
        for (row, page, asked) in pages {
            let shown = Shown(entry("me-children"))
            #expect(shown.press(row) && shown.identifiers.contains(page))
            #expect(shown.recorder.asked == asked)
            #expect(shown.press("BackButton") && shown.identifiers.contains(Tag.me))
        }
        let own = Shown(entry("me-own-changes"))
        #expect(own.press(Tag.meOwnChanges) && own.identifiers.contains(Tag.ownChanges))
    }

    @Test("another e-mail address: four taps and the code") func email() {
        let shown = Shown(entry("contact"))
        #expect(shown.press(Tag.emailChange) && shown.type("ny@example.com", into: Tag.emailField))
        #expect(shown.press(Tag.emailSend) && shown.recorder.asked == ["changeEmail ny@example.com"])
        let waiting = Shown(entry("contact-waiting"))
        #expect(waiting.press(Tag.emailWriteCode) && waiting.type("271828", into: Tag.codeField))
        #expect(waiting.recorder.asked == ["proveEmail 271828"])
        waiting.recorder.taken()
        #expect(waiting.recorder.opened == .contact && waiting.identifiers.contains(Tag.saved))
        #expect(waiting.texts.contains(strings("nb").emailChangeDone))
    }

    @Test("an address that is waited for can be another") func another() {
        let shown = Shown(entry("email-code"))
        #expect(shown.press(Tag.emailEdit) && shown.identifiers.contains(Tag.emailField))
        #expect(!shown.identifiers.contains(Tag.codeField))
    }

    @Test("phone, channel and language are sent as they stand, and saved") func form() {
        let shown = Shown(entry("contact"))
        #expect(shown.press(Tag.contactChange) && shown.type("", into: Tag.phoneField))
        #expect(shown.press(Tag.channel("App")) && shown.press(Tag.contactLanguage("se")))
        #expect(shown.press("BackButton") && shown.press(Tag.contactChange))
        #expect(shown.tree.first(Tag.phoneField)?.value == "", "back loses nothing")
        #expect(shown.press(Tag.contactSave))
        let sent = shown.recorder.contacts
        #expect(sent.map(\.channel) == [.app] && sent.map(\.language) == ["se"] && sent.map(\.phone) == [nil])
        shown.recorder.taken()
        #expect(shown.recorder.opened == .contact && shown.identifiers.contains(Tag.saved))
        #expect(shown.press(Tag.contactChange) && shown.tree.first(Tag.phoneField)?.value == "+47 00 00 00 00")
    }

    @Test("an address has its lines and its last day, and can be taken away") func address() {
        let shown = Shown(entry("address-form"))
        #expect(shown.type("Studentbyen 4", into: Tag.addressLine(0)) && shown.press(Tag.addressAddLine))
        #expect(shown.type("0000 Ingensteds", into: Tag.addressLine(2)))
        #expect(shown.type("30.6.2027", into: Tag.addressUntil) && shown.press(Tag.contactSave))
        #expect(shown.recorder.contacts.map(\.addressLines) == [["Studentbyen 4", "0000 Ingensteds"]])
        #expect(shown.recorder.contacts.map(\.addressUntil) == ["2027-06-30"])
        #expect(shown.recorder.contacts.map(\.phone) == ["+4700000000"], "what isn't on this page stays")
        let there = Shown(entry("address-form-there"))
        #expect(there.tree.first(Tag.addressUntil)?.value == "30.06.2027")
        #expect(there.press(Tag.addressRemove) && there.recorder.contacts.map(\.addressLines) == [[]])
        #expect(!Shown(entry("address-form")).press(Tag.addressRemove))
    }

    @Test("a conflict shows what differs, and either side can stay") func conflict() {
        let shown = Shown(entry("conflict"))
        let words = strings("nb")
        #expect(shown.identifiers.contains(Tag.conflict) && !shown.identifiers.contains(Tag.contactForm))
        #expect(
            shown.texts.filter { $0 == words.contactPhone }.count == 2 && !shown.texts.contains(words.contactLanguage))
        #expect(shown.press(Tag.keepMine) && shown.press(Tag.keepTheirs))
        #expect(shown.recorder.asked == ["resolveConflict true", "resolveConflict false"])
        shown.recorder.taken()
        #expect(shown.recorder.opened == .contact)
    }

    @Test("without network the pages say so, and nothing is asked for twice") func offline() {
        for state in ["contact-offline", "contact-form-offline", "address-form-offline", "pin-offline"] {
            let shown = Shown(entry(state))
            #expect(shown.texts.contains(strings("nb").contactOffline))
        }
        #expect(!Shown(entry("contact-form-sending")).press(Tag.contactSave))
        let failed = Shown(entry("contact-form-Offline"))
        #expect(failed.tree.first(Tag.phoneField)?.value == "+47 00 00 00 02")
        #expect(failed.press(Tag.troubleAction) && failed.recorder.asked == ["again"])
    }

    @Test(
        "a new PIN: hidden, sent once, said, and gone",
        arguments: [("pin", Tag.pinField), ("password", Tag.passwordField)])
    func secret(state: String, field: String) throws {
        let shown = Shown(entry(state))
        #expect(shown.press(Tag.secretSave) && shown.recorder.asked.isEmpty)
        #expect(shown.type("4826", into: field) && shown.press(Tag.secretSave))
        #expect(shown.recorder.asked == [state == "pin" ? "chooseSecrets 4826 -" : "chooseSecrets - 4826"])
        shown.recorder.taken()
        #expect(shown.identifiers.contains(Tag.secretChanged) && !shown.identifiers.contains(field))
        #expect(shown.press(Tag.submit) && shown.identifiers.contains(Tag.me))
    }

    @Test("what is secret doesn't stay on a page that is left, and says nothing when printed") func left() {
        let shown = Shown(entry("pin-typed"))
        #expect(shown.press("BackButton") && shown.press(Tag.mePin))
        #expect(shown.tree.first(Tag.pinField)?.value == "")
        let typed = entry("register-secrets-password").typed
        var printed = "\(typed.people) \(String(reflecting: typed.people))"
        dump(typed.people, to: &printed)
        #expect(!printed.contains("4826") && !printed.contains("katter"))
    }

    @Test("a secret that failed is sent again from its field") func again() {
        let shown = Shown(entry("pin-Offline"))
        #expect(shown.press(Tag.troubleAction))
        #expect(shown.recorder.asked == ["again", "chooseSecrets 4826 -"])
    }
}
