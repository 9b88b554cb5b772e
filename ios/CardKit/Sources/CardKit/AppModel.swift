import CardCore
import Foundation
import Observation

/// Carries out what a person asks for. The core decides; this launches its commands and opens the browser.
///
/// Most of what a command throws is already in the core's state and isn't told twice. What the core refuses at its door
/// (a lock, a number that isn't one), and mistakes of our own, are not: they are kept here until the next try.
@MainActor
@Observable
public final class AppModel: AppActions {
    let store: CardStore
    @ObservationIgnored let browser: any WebAuthentication
    @ObservationIgnored let lock: any DeviceLock
    @ObservationIgnored let apps: (any OtherApps)?
    @ObservationIgnored let locator: (any Locator)?
    @ObservationIgnored let clock: any WallClock
    let zone: TimeZone
    let redirect: String
    let farewell: String
    private let dark: Bool?
    private let hasOneDoor: Bool

    private(set) var language: String
    var shellTrouble: ShellTrouble?
    var refused: CardError?
    /// A desk code that shows is watched.
    var lying = Opened.nothing { didSet { watchDesk(wasOpen: oldValue == .deskCode) } }
    /// The place at the bottom.
    public var tab = AppTab.card { didSet { if tab != oldValue { look(at: tab) } } }
    var found: Found?
    var profile: LibraryProfile?
    var export: ExportView?
    var isLocating = false
    var couldNotLocate = false
    @ObservationIgnored var query = ""
    @ObservationIgnored var near: Position?
    @ObservationIgnored var locating: Task<Void, Never>?
    @ObservationIgnored var goesOn: GoesOn?
    /// What was asked last, to ask it again.
    @ObservationIgnored var last: (@MainActor () -> Void)?
    var steppingUpFor: Action?
    var steppingUpFrom: Opened?
    var ending: String?
    var isAsking = false
    var isLocking = false
    var hasEnded = false
    var isSending = false
    var isRegistered = false
    var taken = 0
    private var ticks = 0
    @ObservationIgnored var attempt: Task<Void, Never>?
    @ObservationIgnored private var hasStarted = false
    @ObservationIgnored private var isInFront = false
    @ObservationIgnored private var hasAsked = false
    @ObservationIgnored var question: Task<Recognition, Never>?

    public init(
        _ store: CardStore, browser: any WebAuthentication, lock: any DeviceLock,
        apps: (any OtherApps)? = nil, locator: (any Locator)? = nil, clock: any WallClock = SystemClock(),
        language: String, zone: TimeZone = .current, redirect: String = Link.redirectAddress,
        farewell: String = Link.farewellAddress, dark: Bool? = nil,
        hasOneDoor: Bool = false
    ) {
        self.store = store
        self.browser = browser
        self.lock = lock
        self.apps = apps
        self.locator = locator
        self.clock = clock
        self.language = language
        self.zone = zone
        self.redirect = redirect
        self.farewell = farewell
        self.dark = dark
        self.hasOneDoor = hasOneDoor
    }

    /// The core's state, as the screens draw it.
    public var state: AppState {
        var state = store.state
        if let refused, !refused.isTyped { state.trouble = refused }
        return state
    }

    /// The shell's state. Brings the time with it: a card is never checked "in the future".
    public var shell: ShellState {
        _ = ticks
        var shell = ShellState(language: language, now: clock.now(), zone: zone, trouble: shellTrouble, dark: dark)
        shell.hasOneDoor = hasOneDoor
        (shell.steppingUpFor, shell.isAsking, shell.ending) = (steppingUpFor, isAsking, ending)
        (shell.isLocking, shell.hasEnded) = (isLocking, hasEnded)
        (shell.found, shell.profile, shell.canLocate) = (found, profile, locator != nil)
        (shell.isLocating, shell.couldNotLocate, shell.export) = (isLocating, couldNotLocate, export)
        shell.steppingUpFrom = steppingUpFrom
        (shell.isSending, shell.isRegistered, shell.taken) = (isSending, isRegistered, taken)
        if let refused, refused.isTyped { shell.refused = refused }
        return shell
    }

    /// What lies open; nothing where it can't lie. A page that is left takes its failure with it.
    public var opened: Opened {
        get { lying.lying(on: state) }
        set {
            let leaves = lying.page != newValue.page && (lying.isPage || newValue.isPage)
            if leaves, state.trouble != nil || refused != nil { dismissTrouble() }
            // Who thought better of a surer sign-in wants nothing done by it.
            if leaves, lying == .stepUp { goesOn = nil }
            lying = newValue
            if newValue == .nothing { export = nil }
        }
    }

    /// The failure to show now.
    public var trouble: Trouble? { Trouble.now(state, shell, opened, strings(language), tab: tab) }

    /// What the system keeps for this scene.
    public var restorable: RestoredState { RestoredState(opened: lying.isPage ? .nothing : opened, language: language) }

    /// Reads what is kept. A sign-in that was under way waits on, for its link or for the browser to be opened again.
    public func start(restoring data: Data? = nil) async {
        if let kept = data.flatMap(RestoredState.init(reading:)) {
            lying = kept.opened
            language = kept.language
        }
        await quietly { try await self.store.start() }
        hasStarted = true
        askByItself()
    }

    /// The app came in front, or left. In front of a hidden card the device asks by itself, once: nobody in a queue wants one
    /// tap more. The system's own question takes the app's place for a moment; that isn't leaving.
    public func inFront(_ isIt: Bool) async {
        isInFront = isIt
        if !isIt && question == nil { hasAsked = false }
        await quietly { try await self.store.inFront(isIt) }
        askByItself()
    }

    private func askByItself() {
        guard hasStarted, isInFront, !hasAsked, store.current.phase == .locked else { return }
        hasAsked = true
        unlock()
    }

    /// Moves the time on, so that "today" becomes "yesterday" on a screen that stays open.
    public func tick() { ticks += 1 }

    /// A link from outside, untrusted.
    public func open(link: String) {
        switch Link(link) {
        case .redirect(let address): finish(address)
        case .farewell(let address): finishSignOut(address)
        case .card: (lying, tab) = (.nothing, .card)
        case nil: shellTrouble = .badLink
        }
    }

    public func refresh() {
        refused = nil
        command { try await $0.refresh() }
    }

    public func dismissTrouble() {
        refused = nil
        command { try await $0.dismissTrouble() }
    }

    public func again() {
        if let last {
            last()
        } else if store.current.registration != nil {
            beginRegistration()
        } else {
            seeLibraries()
        }
    }

    public func dismissShellTrouble() { shellTrouble = nil }

    public func chooseLanguage(_ code: String) {
        guard languages.contains(code) else { return }
        language = code
        if found != nil { find(query) }
        if let profile { lookUp(profile.library.number) }
    }

    func command(_ body: @escaping @MainActor (CardStore) async throws -> Void) {
        Task { await quietly { try await body(self.store) } }
    }

    /// A failure that the core's state doesn't tell is told here.
    func telling<T: Sendable>(_ body: @MainActor () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let failure as CardError {
            let now = store.current
            // Two values are a page of their own.
            if failure == .ChangedElsewhere, now.conflict != nil { throw failure }
            if failure != .SignInCancelled, now.trouble != failure, now.trip?.trouble != failure { refused = failure }
            throw failure
        }
    }

    func quietly(_ body: @MainActor () async throws -> Void) async {
        do {
            try await body()
        } catch is CancellationError {
            return
        } catch let failure as CardError where failure != .Internal {
            return  // the state says it
        } catch {
            refused = .Internal
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
