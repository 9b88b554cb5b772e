import CardCore
import CardKit
import Foundation
import Testing

/// The store: in order, on the main actor, never back.
@MainActor
@Suite("Store") struct CardStoreTests {
    @Test("a late, older state doesn't come back") func neverBack() async throws {
        let core = ScriptedCore()
        let store = CardStore(core)
        for revision: UInt64 in [3, 2, 5, 4, 1, 9] { core.tell(revision) }
        #expect(await eventually { store.state.revision == 9 })
        core.tell(7)
        core.tell(10)
        #expect(await eventually { store.state.revision == 10 })
    }

    @Test("a hundred states come in order") func order() async throws {
        let core = ScriptedCore()
        let store = CardStore(core)
        let seen = Notes<UInt64>()
        for revision: UInt64 in 1...100 {
            core.tell(revision)
            if revision.isMultiple(of: 10) {
                _ = await eventually { store.state.revision == revision }
                seen.add(store.state.revision)
            }
        }
        #expect(seen.all == Array(stride(from: 10, through: 100, by: 10)))
    }

    @Test("a store that nobody holds lets the core go") func released() async throws {
        let core = ScriptedCore()
        weak var store: CardStore?
        do {
            let held = CardStore(core)
            store = held
            core.tell(1)
            #expect(await eventually { held.state.revision == 1 })
        }
        core.forget()
        #expect(await eventually { store == nil })
    }
}

/// A core that says what the test wants.
private final class ScriptedCore: CardAppProtocol, @unchecked Sendable {
    private let lock = NSLock()
    private var observer: (any StateObserver)?

    func tell(_ revision: UInt64) {
        try? lock.withLock { observer }?.changed(state: Self.state(revision))
    }

    func forget() { lock.withLock { observer = nil } }

    func state() -> AppState { Self.state(0) }

    func observe(observer: StateObserver) -> Subscription {
        lock.withLock { self.observer = observer }
        return Subscription(noHandle: .init())
    }

    func beginSignIn(door: Door, redirectUri: String, language: String) async throws -> String { "" }
    func cancelSignIn() async throws {}
    func dismissTrouble() async throws {}
    func finishSignIn(redirect: String) async throws {}
    func refresh() async throws {}
    func signOut() async throws {}
    func start() async throws {}

    private static func state(_ revision: UInt64) -> AppState {
        AppState(
            revision: revision, phase: .starting, card: nil, refreshing: false, offline: false, needsSignIn: false,
            trouble: nil)
    }
}
