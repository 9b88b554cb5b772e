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
