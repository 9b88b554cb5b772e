import CardKit
import Testing

/// Which pages lie under the open one.
@Suite("The way back") struct WayBackTests {
    @Test("the reading covers what is under it; what is opened from it lies over it") func steps() {
        var typed = Typed()
        typed.library = "2030000"
        typed.under = [Step(page: .find)]
        #expect(typed.steps(.trip) == [Step(page: .find)])
        #expect(typed.steps(.library).map(\.page) == [.find, .library])
        #expect(typed.steps(.withdraw) == typed.steps(.library), "a question lies over its page")
        typed.under.append(Step(page: .trip))
        #expect(typed.steps(.deskCode) == [Step(page: .deskCode, library: "2030000")])
        #expect(typed.steps(.nothing).isEmpty && typed.steps(.reader).isEmpty)
        #expect(typed.steps(.endCard).map(\.page) == [.endCard], "nobody goes back from there")
    }

    @Test("a page that nobody came to has one below", arguments: Opened.allCases)
    func below(opened: Opened) {
        #expect(opened.below != opened || opened == .nothing)
        #expect(opened.page == opened || opened.below == opened.page)
    }

    @Test("a sign-in that is over takes its form along, not where the person was") func forgets() {
        var typed = Typed()
        (typed.form.user, typed.query, typed.chosen, typed.library) = ("N012345678", "tro", ["2190200"], "2190200")
        typed.forgetSignIn()
        #expect(typed.form.user.isEmpty && typed.query == "tro" && typed.library == "2190200")
        typed.form.user = "N012345678"
        typed.forgetPlaces()
        #expect(typed.form.user == "N012345678" && typed.query.isEmpty && typed.chosen.isEmpty)
    }
}
