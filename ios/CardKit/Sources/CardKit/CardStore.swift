import CardCore
import Observation

/// The core as an observable value. Holds one subscription until ``close()``.
///
/// The core tells on a thread of its own; one stream carries each state to the main actor, in order. A command's failure
/// is thrown and is also in ``state``.
@MainActor
@Observable
public final class CardStore {
    /// The newest snapshot. Never goes back to an older revision.
    public private(set) var state: AppState

    @ObservationIgnored private let app: any CardAppProtocol
    @ObservationIgnored private let subscription: Subscription

    public init(_ app: any CardAppProtocol) {
        self.app = app
        state = app.state()
        let (states, mailbox) = AsyncStream.makeStream(of: AppState.self)
        subscription = app.observe(observer: Listener(mailbox))
        Task { [weak self] in
            for await state in states {
                self?.take(state)
            }
        }
    }

    /// The core's own state at this moment; ``state`` follows.
    public var current: AppState { app.state() }

    public func start() async throws { try await app.start() }

    public func beginSignIn(_ door: Door, redirect: String, language: String) async throws -> String {
        try await app.beginSignIn(door: door, redirectUri: redirect, language: language)
    }

    /// Ends a sign-in with the address that the browser came back with. It is untrusted; the core checks it.
    public func finishSignIn(_ redirect: String) async throws { try await app.finishSignIn(redirect: redirect) }

    public func cancelSignIn() async throws { try await app.cancelSignIn() }

    public func refresh() async throws { try await app.refresh() }

    public func signOut() async throws { try await app.signOut() }

    public func dismissTrouble() async throws { try await app.dismissTrouble() }

    /// Listens no more; ``state`` keeps its last value.
    public func close() { subscription.cancel() }

    private func take(_ next: AppState) {
        if next.revision > state.revision { state = next }
    }
}

/// Puts what the core tells in the stream, which ends when the core lets go of this.
private final class Listener: StateObserver {
    private let mailbox: AsyncStream<AppState>.Continuation

    init(_ mailbox: AsyncStream<AppState>.Continuation) { self.mailbox = mailbox }

    deinit { mailbox.finish() }

    func changed(state: AppState) throws { mailbox.yield(state) }
}
