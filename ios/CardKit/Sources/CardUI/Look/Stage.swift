import CardCore
import CardKit
import SwiftUI

/// What every page over a place is given: the state, and the ways on and back.
@MainActor
struct Stage {
    let state: AppState
    let shell: ShellState
    let moments: Moments
    /// The failure to show on the page that is open.
    let trouble: Trouble?
    let actions: any AppActions
    @Binding var opened: Opened
    @Binding var tab: AppTab
    @Binding var typed: Typed
    /// Ends the session here; the screens have asked before.
    let signOut: @MainActor () -> Void

    /// Opens a page over the one that is open.
    func open(_ page: Opened) { go(step(page)) }

    /// Undoes the last step; what was typed stays.
    func back() {
        if opened == .stepUp { return notNow() }
        if opened != opened.page {
            opened = opened.page
            return
        }
        guard opened != .endCard, let step = typed.under.popLast() else {
            leave()
            opened = opened.below
            return
        }
        leave()
        (typed.library, typed.receipt, typed.child, opened) = (step.library, step.receipt, step.child, step.page)
    }

    /// A page is left: its secrets go, and that something was taken is no news any more.
    private func leave() {
        if opened.isSecret || opened == .email { typed.people.wipe() }
        if opened == .email { typed.step = nil }
        if opened.isSecret || [.email, .addChildren, .contact].contains(opened) { typed.isDone = false }
    }

    /// Back to where more was wanted: the reading stands, the list of devices can't be had.
    func notNow() {
        switch shell.steppingUpFor {
        case .signRules where state.trip != nil: opened = .trip
        case .chooseLibraries where typed.library != nil: opened = .library
        case .leave: opened = state.leaving == nil ? .myData : .leave
        case .changeContact where state.contact != nil, .changeSecret, .actForChild:
            opened = shell.steppingUpFrom ?? .nothing
            if opened == .ledger || opened == .nothing { (opened, typed.under) = (.nothing, []) }
        default: (opened, typed.under) = (.nothing, [])
        }
        if typed.under.last?.page == opened { typed.under.removeLast() }
    }

    private func step(_ page: Opened) -> Step {
        Step(page: page, library: typed.library, receipt: typed.receipt, child: typed.child)
    }

    func go(_ to: Step) {
        typed.asksTwice = false
        if opened == .contact { typed.isDone = false }
        let here = typed.step(opened)
        if opened == .nothing { typed.under = [] } else if here != to, here.page.isPage { typed.under.append(here) }
        (typed.library, typed.receipt, typed.child, opened) = (to.library, to.receipt, to.child, to.page)
    }

    func openLibrary(_ number: String) {
        actions.lookUp(number)
        go(Step(page: .library, library: number, receipt: typed.receipt, child: typed.child))
    }

    func showDeskCode(_ number: String) {
        go(Step(page: .deskCode, library: number, receipt: typed.receipt, child: typed.child))
    }

    func openReceipt(_ id: String) {
        go(Step(page: .receipt, library: typed.library, receipt: id, child: typed.child))
    }

    func openFind() {
        open(.find)
        actions.find(typed.query)
    }

    /// The trip is there at once, its text when it comes.
    func read(_ libraries: [String], _ agreement: Agreement = .rules) {
        open(.trip)
        actions.beginTrip(libraries, agreement)
    }

    /// Puts the trip away. What was chosen for it is no longer; whoever got to its end begins at the libraries again.
    func endTrip() {
        let isOver = state.trip?.isOver == true
        let wasForChildren = typed.queue != nil
        typed.chosen = []
        if isOver && wasForChildren {
            typed.forgetChildren()
            (typed.under, tab, opened) = ([], .me, .children)
        } else if isOver {
            // A new card is what somebody who registered came for.
            (typed.query, typed.under, tab, opened) = ("", [], shell.isRegistered ? .card : .libraries, .nothing)
        } else {
            opened = .trip
            back()
        }
        actions.endTrip()
        // Whoever read for children is themselves again afterwards.
        if wasForChildren {
            typed.queue = nil
            actions.actFor(nil)
        }
    }

    /// What the person is to the library that is open, or to another.
    func relation(_ number: String?) -> RelationView? {
        state.relations.first { $0.profile.library.number == number }
    }

    /// What is known about a library.
    func profile(_ number: String?) -> LibraryProfile? {
        if let known = relation(number)?.profile { return known }
        if let told = shell.profile, told.library.number == number { return told }
        return shell.found?.libraries.first { $0.library.number == number }
    }

    /// The home library.
    var home: RelationView? { state.relations.first(where: \.home) }

    /// What a failure's button leads to where the actions can't.
    func follow(_ trouble: Trouble) {
        switch trouble.step {
        case .find: openFind()
        case .library(let number): openLibrary(number)
        default: return
        }
    }
}

/// A failure over what it is about.
struct StageTrouble: View {
    let stage: Stage

    var body: some View {
        if let trouble = stage.trouble {
            TroublePanel(trouble: trouble, actions: stage.actions) { stage.follow(trouble) }
        }
    }
}
