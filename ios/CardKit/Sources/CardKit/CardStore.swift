import CardCore
import Foundation
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

    /// Begins the sign-in that waits for the browser once more.
    public func beginAgain(redirect: String, language: String) async throws -> String {
        try await app.beginAgain(redirectUri: redirect, language: language)
    }

    /// Ends a sign-in with the address that the browser came back with. It is untrusted; the core checks it.
    public func finishSignIn(_ redirect: String) async throws { try await app.finishSignIn(redirect: redirect) }

    public func cancelSignIn() async throws { try await app.cancelSignIn() }

    /// The card number's door; an address to open only when the service wants a browser.
    public func signIn(with form: CardForm, redirect: String, language: String) async throws -> String? {
        try await app.signInWithCard(
            user: form.user, credential: form.credential, remember: form.remembers, redirectUri: redirect,
            language: language)
    }

    public func giveOneTimeCode(_ code: String) async throws { try await app.giveOneTimeCode(code: code) }

    /// Signs in anew for this; without an address the level is high enough already.
    public func stepUp(_ action: Action, redirect: String, language: String) async throws -> String? {
        try await app.stepUp(action: action, redirectUri: redirect, language: language)
    }

    /// Begins getting a card; without an address the person is signed in well enough.
    public func beginRegistration(redirect: String, language: String) async throws -> String? {
        try await app.beginRegistration(redirectUri: redirect, language: language)
    }

    public func goOn() async throws { try await app.goOn() }

    public func refresh() async throws { try await app.refresh() }

    /// Forgets everything. With `farewell`, where the browser comes back, it may give an address that ends the provider's
    /// session in the browser too.
    public func signOut(farewell: String? = nil, language: String = "") async throws -> String? {
        try await app.signOut(redirectUri: farewell, language: language)
    }

    public func finishSignOut(_ redirect: String) async throws { try await app.finishSignOut(redirect: redirect) }

    public func seeDevices() async throws { try await app.seeDevices() }

    public func endDevice(_ id: String) async throws { try await app.endDevice(id: id) }

    public func inFront(_ isInFront: Bool) async throws { try await app.inFront(is: isInFront) }

    public func unlock() async throws { try await app.unlock() }

    public func lockCard(_ lock: Bool) async throws { try await app.lockCard(lock: lock) }

    /// Libraries by name, place, municipality or number; at once, from what is on this phone.
    public func find(_ text: String, near: Position?, limit: UInt32, language: String) -> Found {
        app.findLibraries(text: text, near: near, limit: limit, language: language)
    }

    /// What the directory on this phone says about a library.
    public func library(_ number: String, language: String) -> LibraryProfile? {
        app.library(number: number, language: language)
    }

    /// Carries out a command that has nothing to add here.
    public func ask(_ command: @Sendable (any CardAppProtocol) async throws -> Void) async throws {
        try await command(app)
    }

    public func receiptFile(_ id: String) async throws -> Data { try await app.receiptFile(id: id) }

    public func exportData() async throws -> ExportView { try await app.exportData() }

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
