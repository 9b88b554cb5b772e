import CardCore
import Foundation

/// Finding libraries, and what one is to them.
extension AppModel {
    /// At most so many are shown; who looks for another types more.
    static let most: UInt32 = 50
    /// Older than this, what is known about libraries is asked for when the person looks at it.
    static let old: TimeInterval = 600

    public func find(_ text: String) {
        query = text
        found = store.find(text, near: near, limit: Self.most, language: language)
    }

    public func findNear() {
        guard let locator, !isLocating else { return }
        (isLocating, couldNotLocate) = (true, false)
        locating = Task {
            let here = await locator.locate()
            if Task.isCancelled { return }
            (isLocating, couldNotLocate) = (false, here == nil)
            guard let here else { return }
            near = here
            find(query)
        }
    }

    public func lookUp(_ number: String) { profile = store.library(number, language: language) }

    public func seeLibraries() {
        reading { try await $0.seeLibraries() }
    }

    public func chooseHome(_ number: String) {
        let again: @MainActor () -> Void = { self.chooseHome(number) }
        changing(.chooseLibraries, goesOn: again) {
            try await self.store.ask { try await $0.chooseHome(number: number) }
        }
    }

    public func withdraw(_ number: String) {
        let again: @MainActor () -> Void = { self.withdraw(number) }
        changing(.chooseLibraries, goesOn: again) {
            try await self.store.ask { try await $0.withdraw(number: number) }
        }
    }

    /// What is old is asked for anew when somebody looks.
    func look(at tab: AppTab) {
        let state = store.current
        guard tab != .card, state.phase == .card, !state.asking, !state.needsSignIn else { return }
        if let told = state.relationsAt, clock.now().timeIntervalSince(told) < Self.old { return }
        seeLibraries()
    }

    func watchDesk(wasOpen: Bool) {
        let isOpen = lying == .deskCode
        if isOpen != wasOpen { command { try await $0.ask { try await $0.watchDesk(on: isOpen) } } }
    }
}
