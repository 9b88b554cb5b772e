import CardCore
import CardKit
import Foundation
import Observation
import Testing

/// The store: in order, on the main actor, never back.
@MainActor
@Suite("Store") struct CardStoreTests {
    @Test("a late, older state doesn't come back") func neverBack() async throws {
        let core = ScriptedCore()
        let store = CardStore(core)
        let past = past(of: store)
        for revision: UInt64 in [3, 2, 5, 4, 1, 9, 7, 10] { core.tell(revision) }
        #expect(await eventually { store.state.revision == 10 })
        #expect(past.all == [0, 3, 5, 9])
    }

    @Test("a thousand states come one by one, in order") func order() async throws {
        let core = ScriptedCore()
        let store = CardStore(core)
        let past = past(of: store)
        for revision: UInt64 in 1...1000 { core.tell(revision) }
        #expect(await eventually { store.state.revision == 1000 })
        #expect(past.all == Array(0..<1000))
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

    /// Every revision that the store has left behind.
    private func past(of store: CardStore) -> Notes<UInt64> {
        let notes = Notes<UInt64>()
        note(store, notes)
        return notes
    }

    /// Observation tells just before a change, once: what it finds is the old value.
    private func note(_ store: CardStore, _ notes: Notes<UInt64>) {
        withObservationTracking {
            _ = store.state
        } onChange: {
            MainActor.assumeIsolated {
                notes.add(store.state.revision)
                note(store, notes)
            }
        }
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
    func signInWithCard(user: String, credential: Credential, remember: Bool, redirectUri: String, language: String)
        async throws -> String?
    { nil }
    func giveOneTimeCode(code: String) async throws {}
    func stepUp(action: Action, redirectUri: String, language: String) async throws -> String? { nil }
    func goOn() async throws {}
    func signOut(redirectUri: String?, language: String) async throws -> String? { nil }
    func finishSignOut(redirect: String) async throws {}
    func seeDevices() async throws {}
    func endDevice(id: String) async throws {}
    func inFront(is: Bool) async throws {}
    func unlock() async throws {}
    func lockCard(lock: Bool) async throws {}
    func start() async throws {}

    private static func state(_ revision: UInt64) -> AppState {
        AppState(
            revision: revision, phase: .starting, card: nil, refreshing: false, offline: false, needsSignIn: false,
            clearedFor: nil, devices: nil, lockCard: false, trouble: nil)
    }
}
