import CardCore
import CardKitFakes
import Foundation
import Testing

@testable import CardKit

/// Keeping the card, receipts, one's data, leaving.
@MainActor
@Suite("Account flows") struct AccountFlowsTests {
    private let core = ScriptedCore()
    private let apps = FakeApps()

    @Test("the card is kept with one command, and a failure is tried again") func keeps() async {
        let model = model()
        core.next("keepCard") { _ in throw CardError.NotAllowed }
        model.keepCard()
        #expect(await eventually { model.state.trouble == .NotAllowed })
        model.again()
        #expect(await eventually { core.asked == ["keepCard", "keepCard"] && model.state.trouble == nil })
    }

    @Test("a receipt's file goes out as it came, by a name without signs of its own") func shares() async {
        let model = model()
        core.next("receiptFile") { _ in #"{"a":1}"# }
        model.shareReceipt("../r-2/8")
        #expect(await eventually { apps.shared.map(\.name) == ["kvittering-r28.json"] })
        #expect(apps.shared[0].bytes == Data(#"{"a":1}"#.utf8) && apps.shared[0].type == "application/json")
    }

    @Test("the data is shown, shared in both forms, and gone when its page is") func exports() async throws {
        let model = model()
        model.opened = .myData
        model.shareExport(.json)
        #expect(apps.shared.isEmpty, "nothing was fetched")
        core.next("exportData") { _ in #"{"name":"Kari Sandstad"}"# }
        model.exportData()
        #expect(await eventually { model.shell.export != nil })
        for form in ExportForm.allCases { model.shareExport(form) }
        #expect(apps.shared.map(\.name) == ["mine-data.json", "mine-data.txt"])
        #expect(String(decoding: apps.shared[0].bytes, as: UTF8.self) == #"{"name":"Kari Sandstad"}"#)
        #expect(String(decoding: apps.shared[1].bytes, as: UTF8.self).contains("- Kari Sandstad"))
        model.opened = .nothing
        #expect(model.shell.export == nil)
    }

    @Test("leaving: what it leaves is seen after a surer sign-in; the hold is never done by itself") func leaves() async
    {
        let model = model()
        model.opened = .leave
        core.next("leave") { _ in throw CardError.LevelTooLow }
        model.leave()
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .leave })
        core.next("stepUp") {
            $0.tell { $0.clearedFor = .leave }
            return nil
        }
        model.stepUp(.leave)
        #expect(await eventually { core.asked.last == "seeLeaving" && model.opened == .leave })
        #expect(core.asked.filter { $0 == "leave" }.count == 1)
        core.next("leave") {
            $0.tell { $0.leaving = LeavingView(endedAt: Date(timeIntervalSince1970: 0), remaining: []) }
            return nil
        }
        model.leave()
        #expect(await eventually { model.opened == .endCard })
    }

    @Test("an export that needed more goes on as the export that it was") func exportsAfterwards() async {
        let model = model()
        model.opened = .myData
        core.next("exportData") { _ in throw CardError.LevelTooLow }
        model.exportData()
        #expect(await eventually { model.opened == .stepUp })
        core.next("stepUp") {
            $0.tell { $0.clearedFor = .leave }
            return nil
        }
        model.stepUp(.leave)
        #expect(await eventually { model.opened == .myData && model.shell.export != nil })
    }

    @Test("addresses go to the apps that they are for") func opens() {
        model().openOutside("tel:22000010")
        #expect(apps.opened == ["tel:22000010"])
    }

    private func model() -> AppModel {
        core.tell { $0.phase = .card }
        return AppModel(CardStore(core), browser: FakeBrowser(), lock: FakeLock(), apps: apps, language: "nb")
    }
}

/// Words of libraries, rules and leaving that have figures or choices in them.
@Suite("Words of libraries") struct LibraryWordsTests {
    private let words = strings("nb")
    private let moments = Moments(
        strings("nb"), now: Date(timeIntervalSince1970: 1_773_315_000), zone: TimeZone(identifier: "Europe/Oslo")!)

    @Test(
        "days are near words within a week",
        arguments: zip([0, 1, 3, 6, 7], ["i dag", "i går", "mandag", "fredag", "5. mars 2026"]))
    func days(ago: Int, said: String) {
        #expect(moments.day(Date(timeIntervalSince1970: 1_773_315_000 - Double(ago) * 86_400)) == said)
    }

    @Test(
        "dates as services write them",
        arguments: zip(
            ["2026-04-01", "2027-01-02", "soon", "2026-13-01"], ["1. april", "2. januar 2027", "soon", "2026-13-01"]))
    func dates(iso: String, said: String) { #expect(moments.day(iso) == said) }

    @Test("a day that is here has come") func come() {
        #expect(moments.hasCome("2026-03-12") && !moments.hasCome("2026-03-13") && moments.hasCome("?"))
    }

    @Test("amounts", arguments: zip([5000, 5005, 50, 0], ["50 kr", "50,05 kr", "0,50 kr", "0 kr"]))
    func amounts(ore: UInt64, said: String) { #expect(kroner(Kroner(ore: ore), words) == said) }

    @Test("a message can't be given fields of its own") func mail() throws {
        let address = try #require(mailAddress("a@b.example?cc=c@d.example", subject: "a&b=c", body: "1\n2"))
        #expect(address == "mailto:a@b.example%3Fcc%3Dc@d.example?subject=a%26b%3Dc&body=1%0D%0A2")
        #expect(mailAddress("nobody") == nil)
    }

    @Test("phones and pages") func ways() {
        #expect(phoneAddress("+47 22 00 00 10") == "tel:+4722000010" && phoneAddress("ring") == nil)
        #expect(webAddress("deichman.example") == "https://deichman.example")
        #expect(webAddress("javascript:alert(1)") == nil && webAddress("") == nil)
        #expect(webName("https://www.deichman.example/") == "deichman.example")
    }

    @Test("languages by name, also those that the app can't be read in") func languages() {
        #expect(textLanguage("nb-NO", words) == words.textLanguageNb)
        #expect(textLanguage("sma", words) == words.textLanguageSma)
        #expect(textLanguage("pl", words) == words.textLanguageOther("pl"))
    }

    @Test("every kind of change has its words") func changes() {
        let abouts: [About] = [.general, .money, .age, .privacy, .conduct]
        let said = abouts.flatMap { about in
            [
                changeWords(.added(about), words), changeWords(.removed(about), words),
                changeWords(.reworded(about), words),
            ]
        }
        #expect(Set(said).count == 15)
        #expect(changeWords(.amount(old: nil, new: Kroner(ore: 5000)), words) == words.changeAmountNew("50 kr"))
        #expect(changeWords(.age(old: 15, new: nil), words) == words.changeAgeRemoved("15"))
        #expect(figures(.age(old: 13, new: 15), words)?.new == "15" && figures(.added(.age), words) == nil)
    }

    @Test("why somebody can't sign, for oneself and for a child") func signs() {
        let own: [SignsView] = [.guardian(aloneFrom: 15), .guardian(aloneFrom: nil), .notSaid, .tooYoung(from: 6)]
        for signs in own {
            let me = PartyView(child: nil, name: "Kari", age: 14, basis: nil, signs: signs)
            let child = PartyView(child: "c1", name: "Nora", age: 8, basis: .guardian, signs: signs)
            #expect(me.why(words) != nil && child.why(words) != nil && !me.isHere)
        }
        let nora = PartyView(child: "c1", name: "Nora", age: 8, basis: .guardian, signs: .here(aloneFrom: 15))
        #expect(nora.why(words) == "Du signerer for Nora. Fra 15 år signerer Nora selv." && nora.isHere)
    }
}
