import CardCore
import Foundation
import Observation

/// Carries out what a person asks for. The core decides; this launches its commands and opens the browser.
///
/// What a command throws is already in the core's state, so it isn't told twice. Only mistakes of our own may not be:
/// they are shown as `Internal`.
@MainActor
@Observable
public final class AppModel: AppActions {
    private let store: CardStore
    @ObservationIgnored private let browser: any WebAuthentication
    @ObservationIgnored private let clock: any WallClock
    private let zone: TimeZone
    private let redirect: String
    private let dark: Bool?

    private var language: String
    private var shellTrouble: ShellTrouble?
    private var broken = false
    private var lying = Opened.nothing
    private var ticks = 0
    @ObservationIgnored private var attempt: Task<Void, Never>?

    public init(
        _ store: CardStore, browser: any WebAuthentication, clock: any WallClock = SystemClock(),
        language: String, zone: TimeZone = .current, redirect: String = Link.redirectAddress, dark: Bool? = nil
    ) {
        self.store = store
        self.browser = browser
        self.clock = clock
        self.language = language
        self.zone = zone
        self.redirect = redirect
        self.dark = dark
    }

    /// The core's state, as the screens draw it.
    public var state: AppState {
        var state = store.state
        if broken { state.trouble = .Internal }
        return state
    }

    /// The shell's state. Brings the time with it: a card is never checked "in the future".
    public var shell: ShellState {
        _ = ticks
        return ShellState(language: language, now: clock.now(), zone: zone, trouble: shellTrouble, dark: dark)
    }

    /// What lies open over the card; nothing when there is no card below.
    public var opened: Opened {
        get { state.phase == .card ? lying : .nothing }
        set { lying = newValue }
    }

    /// The failure to show now.
    public var trouble: Trouble? { Trouble.now(state, shell, strings(language)) }

    /// What the system keeps for this scene.
    public var restorable: RestoredState { RestoredState(opened: opened, language: language) }

    /// Reads what is kept. A sign-in that was under way waits on, for its link or for the browser to be opened again.
    public func start(restoring data: Data? = nil) async {
        if let kept = data.flatMap(RestoredState.init(reading:)) {
            lying = kept.opened
            language = kept.language
        }
        await quietly { try await self.store.start() }
    }

    /// Moves the time on, so that "today" becomes "yesterday" on a screen that stays open.
    public func tick() { ticks += 1 }

    /// A link from outside, untrusted.
    public func open(link: String) {
        switch Link(link) {
        case .redirect(let address): finish(address)
        case .card: lying = .nothing
        case nil: shellTrouble = .badLink
        }
    }

    public func signIn(_ door: Door) {
        restartAttempt { [self] in
            let url = try await store.beginSignIn(door, redirect: redirect, language: language)
            if Task.isCancelled { return }
            await end(browser.open(url, redirect: redirect))
        }
    }

    /// A pushed request is good for one opening (RFC 9126 §4), so this is a new attempt.
    public func openBrowserAgain() {
        if store.current.inBrowser != nil { signIn(.idPorten) }
    }

    public func cancelSignIn() {
        leaveAttempt()
        command { try await $0.cancelSignIn() }
    }

    public func refresh() { command { try await $0.refresh() } }

    public func signOut() {
        leaveAttempt()
        lying = .nothing
        command { try await $0.signOut() }
    }

    public func dismissTrouble() {
        broken = false
        command { try await $0.dismissTrouble() }
    }

    public func dismissShellTrouble() { shellTrouble = nil }

    public func chooseLanguage(_ code: String) {
        if languages.contains(code) { language = code }
    }

    private func end(_ end: BrowserEnd) async {
        if Task.isCancelled { return }
        switch end {
        case .returned(let address): await quietly { try await self.store.finishSignIn(address) }
        case .dismissed: await quietly { try await self.store.cancelSignIn() }
        case .notOpened: shellTrouble = .noBrowser
        }
    }

    /// The browser stays open when the redirect wasn't ours: the attempt waits on.
    private func finish(_ address: String) {
        Task {
            await quietly { try await self.store.finishSignIn(address) }
            if store.current.inBrowser == nil { leaveAttempt() }
        }
    }

    private func restartAttempt(_ body: @escaping @MainActor () async throws -> Void) {
        let before = attempt
        leaveAttempt()
        shellTrouble = nil
        attempt = Task {
            await before?.value
            if !Task.isCancelled { await quietly(body) }
        }
    }

    private func leaveAttempt() {
        attempt?.cancel()
        browser.close()
    }

    private func command(_ body: @escaping @MainActor (CardStore) async throws -> Void) {
        Task { await quietly { try await body(self.store) } }
    }

    private func quietly(_ body: @MainActor () async throws -> Void) async {
        do {
            try await body()
        } catch is CancellationError {
            return
        } catch let failure as CardError where failure != .Internal {
            return  // the state says it
        } catch {
            broken = true
        }
    }
}

/// The languages that there are words for.
let languages = ["nb", "nn", "se", "en"]

extension AppState {
    /// The sign-in that waits in the browser: where it went and where it comes back.
    public var inBrowser: (url: String, redirect: String)? {
        if case .signingIn(step: .inBrowser(let url, let redirect)) = phase { (url, redirect) } else { nil }
    }
}
