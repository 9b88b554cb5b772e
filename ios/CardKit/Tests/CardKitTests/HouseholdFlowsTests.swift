import CardCore
import CardKitFakes
import Foundation
import Testing

@testable import CardKit

/// Children: what the model asks of the core, and what is made of what it says.
@MainActor
@Suite("Household flows") struct HouseholdFlowsTests {
    private let core = ScriptedCore()

    @Test("cards for several go in one command, again after a surer sign-in") func registers() async {
        let model = model()
        model.opened = .addChildren
        core.next("registerChildren") { _ in throw CardError.LevelTooLow }
        var wasTaken = false
        model.registerChildren(["c9", "c10"], "2030000") { wasTaken = true }
        #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == .actForChild })
        core.next("stepUp") {
            $0.tell { $0.clearedFor = .actForChild }
            return nil
        }
        model.stepUp(.actForChild)
        #expect(await eventually { wasTaken && model.opened == .addChildren })
        #expect(core.asked.filter { $0 == "registerChildren c9+c10 2030000" }.count == 2)
    }

    @Test("the rules are read for whom one acts for by then") func signs() async {
        let model = model()
        model.opened = .trip
        model.signForChild("c9", "2030000")
        #expect(await eventually { core.asked == ["actFor c9", "beginTrip 2030000 rules nb"] })
        core.next("actFor") { _ in throw CardError.NotAllowed }
        model.signForChild("c10", "2030000")
        #expect(await eventually { model.state.trouble == .NotAllowed })
        #expect(core.asked.last == "actFor c10", "nothing is read for somebody else")
    }

    @Test("a card that came to rest is told to the core") func shows() async {
        let model = model()
        model.showCardOf("c1")
        model.showCardOf(nil)
        #expect(await eventually { Set(core.asked) == ["showCardOf c1", "showCardOf -"] })
    }

    @Test("a ledger is one's own or a child's, each with its way up") func ledgers() async {
        for (child, action) in [(nil, Action.changeContact), ("c1", .actForChild)] {
            let model = model()
            model.opened = .ledger
            core.next("seeLedger") { _ in throw CardError.LevelTooLow }
            model.seeLedger(child)
            #expect(await eventually { model.opened == .stepUp && model.shell.steppingUpFor == action })
        }
        model().makeChildCode("2030000")
        #expect(await eventually { core.asked.last == "makeChildCode 2030000" })
    }

    @Test("the cards: who was shown last first, then one's own, then the children as told") func cards() {
        var state = AppState.blank
        state.card = card("N1")
        state.household = HouseholdView(
            children: [child("a", card: card("N2")), child("b"), child("c", card: card("N3"))], registryLink: true,
            code: nil, ownChanges: [])
        var typed = Typed()
        #expect(state.cards(typed).map(\.whose) == [.own, .child("a"), .child("c")])
        state.shown = "c"
        #expect(state.cards(typed).map(\.whose) == [.child("c"), .own, .child("a")])
        #expect(state.shownCard(typed)?.whose == .child("c"))
        (typed.firstCard, typed.card) = (.own, .child("gone"))
        #expect(state.cards(typed).map(\.whose) == [.own, .child("a"), .child("c")])
        #expect(state.shownCard(typed)?.whose == .own, "a card that left the phone isn't shown")
    }

    @Test("while one acts the libraries are the child's, and nobody's when the basis is over") func acting() {
        var state = AppState.blank
        state.actingFor = "a"
        #expect(state.acting == nil && state.asActing == state)
        state.household = HouseholdView(children: [child("a")], registryLink: true, code: nil, ownChanges: [])
        #expect(state.acting?.id == "a" && state.asActing.relations.isEmpty)
    }

    @Test(
        "how old a child is on a birthday ahead",
        arguments: zip(["2031-03-04", "2026-03-24", "2027-03-12", "2026-03-13", "soon"], [13, 9, 9, 9, nil]))
    func ages(day: String, age: Int?) { #expect(child("a").age(on: day, today: "2026-03-12") == age) }

    @Test(
        "days as people type them",
        arguments: zip(
            ["30.6.2027", "30/06/2027", "2027-06-30", " 1. 2. 2027", "i morgen", "31.13.2027", ""],
            ["2027-06-30", "2027-06-30", "2027-06-30", "2027-02-01", "i morgen", "31.13.2027", nil]))
    func days(typed: String, iso: String?) { #expect(isoDay(typed) == iso) }

    @Test("numbers are read in groups where the groups are known") func phones() {
        #expect(phoneGroups("+4700000001") == "+47 00 00 00 01" && phoneGroups("+46701234567") == "+46701234567")
        #expect(typedDay("2027-06-30") == "30.06.2027" && typedDay("?") == "?")
    }

    @Test("every act has words for each who reads, and every deed, outcome and role") func words() {
        let words = strings("nb")
        let acts: [Act] = [
            .showCard, .seeLibraries, .seeLedger, .signRules, .signStaffless, .changeContact, .changeHomeLibrary,
            .blockCard, .endCard,
        ]
        let said = acts.flatMap { act in
            [Reader.guardian(of: "Nora"), .own].flatMap { reader in
                [(true, true), (true, false), (false, true), (false, false)].map { ofChild, begins in
                    AheadView(on: "2031-03-04", ofChild: ofChild, act: act, library: nil, begins: begins, stage: .soon)
                        .sentence(reader, words)
                }
            }
        }
        #expect(Set(said).count == said.count && said.count == 72)
        let outcomes: [ChildOutcome] = [.registered, .alreadyRegistered, .signsAlone, .tooYoung, .notAllowed]
        #expect(Set(outcomes.map { outcomeWords($0, words) }).count == 5)
        #expect(byWords(.own, "Nora", words) == "Av Nora" && byWords(.own, nil, words) == words.ledgerByYou)
    }

    private func model() -> AppModel {
        core.tell { $0.phase = .card }
        return AppModel(CardStore(core), browser: FakeBrowser(), lock: FakeLock(), language: "nb")
    }

    private func child(_ id: String, card: CardView? = nil) -> ChildView {
        ChildView(
            id: id, name: "Nora", age: 8, basis: .parentalResponsibility, hasCard: card != nil, card: card,
            relations: [], may: [.signRules], changes: [], outcome: nil)
    }

    private func card(_ number: String) -> CardView {
        CardView(
            number: number, groups: [], name: "", homeLibrary: nil, libraries: [], barcode: nil, face: .fresh,
            checkedAt: Date(timeIntervalSince1970: 0), showUntil: Date(timeIntervalSince1970: 0))
    }
}
