import CardCore
import Foundation
import Testing

/// Being told: in order, whatever others do, and without a trace afterwards.
@Suite("Observers") struct ObserversTests {
    private let sandbox = try! SandboxProcess()
    private let phone = try! Phone()

    @Test("the first word is the state now, and each revision is higher than the one before") func order() async throws
    {
        let app = try phone.app(sandbox)
        try await app.start()
        let now = app.state().revision
        let told = Notes<AppState>()
        let subscription = app.observe(observer: Observer { told.add($0) })
        try await app.signIn()
        #expect(await eventually { told.all.last?.revision == app.state().revision })
        let revisions = told.all.map(\.revision)
        #expect(revisions.first == now)
        #expect(zip(revisions, revisions.dropFirst()).allSatisfy { $0 < $1 }, "\(revisions)")
        #expect(revisions.count > 3)
        subscription.cancel()
    }

    @Test("an observer that throws is told on, and others too") func angry() async throws {
        let app = try phone.app(sandbox)
        let calls = Notes<UInt64>()
        let subscription = app.observe(
            observer: Observer {
                calls.add($0.revision)
                throw Surprise(what: "the screen's own trouble")
            })
        try await app.start()
        try await app.signIn()
        #expect(await eventually { calls.all.last == app.state().revision })
        #expect(calls.all.count > 3)
        #expect(app.state().trouble == nil)
        subscription.cancel()
    }

    @Test("who cancelled isn't told any more") func cancelled() async throws {
        let app = try phone.app(sandbox)
        let told = Notes<AppState>()
        let subscription = app.observe(observer: Observer { told.add($0) })
        subscription.cancel()
        let others = Notes<AppState>()
        let other = app.observe(observer: Observer { others.add($0) })
        try await app.start()
        #expect(await eventually { others.all.last?.revision == app.state().revision })
        #expect(told.all.count <= 1, "only the state at the moment of subscribing")
        other.cancel()
    }

    @Test("ten thousand subscriptions leave nothing behind") func many() async throws {
        let app = try phone.app(sandbox)
        let gone = Notes<Int>()
        for number in 0..<10_000 {
            let subscription = app.observe(observer: Mortal(number) { gone.add($0) })
            if number.isMultiple(of: 2) { subscription.cancel() }
        }
        #expect(await eventually { gone.all.count == 10_000 }, "\(gone.all.count) were let go")
    }
}

/// Says when nobody holds it any more.
private final class Mortal: StateObserver {
    private let number: Int
    private let farewell: @Sendable (Int) -> Void

    init(_ number: Int, _ farewell: @escaping @Sendable (Int) -> Void) {
        self.number = number
        self.farewell = farewell
    }

    deinit { farewell(number) }

    func changed(state: AppState) throws {}
}
