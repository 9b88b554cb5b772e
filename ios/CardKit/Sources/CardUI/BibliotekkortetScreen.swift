import CardCore
import CardKit
import SwiftUI

/// The whole app: draws a state of the core and of the shell, and tells the actions what the person did.
public struct BibliotekkortetScreen: View {
    private let state: AppState
    private let shell: ShellState
    private let actions: any AppActions
    @Binding private var opened: Opened
    @Binding private var tab: AppTab
    @State private var justSignedOut = false
    @State private var wasRegistering = false
    @State private var typed: Typed

    /// `typed` is what stands in the fields at first.
    public init(
        state: AppState, shell: ShellState, opened: Binding<Opened>, tab: Binding<AppTab>, typed: Typed = Typed(),
        actions: any AppActions
    ) {
        self.state = state
        self.shell = shell
        self.actions = actions
        _opened = opened
        _tab = tab
        _typed = State(initialValue: typed)
    }

    public var body: some View {
        Themed { place }
            .environment(\.words, words)
            .preferredColorScheme(shell.dark.map { $0 ? .dark : .light })
            .sensoryFeedback(trigger: Feeling(state, shell)) { before, now in now.after(before)?.feedback }
            .onChange(of: step) { _, step in take(step) }
            .onChange(of: state.phase == .signedOut) { _, isOut in
                if isOut {
                    typed.forgetPlaces()
                    tab = .card
                }
            }
            .onChange(of: opened) { _, opened in
                if !opened.isForm { (typed.form.secret, typed.showsSecret) = ("", false) }
                if !opened.isSecret && state.registration == nil { typed.forgetSecrets() }
            }
            .onChange(of: state.registration == nil) { _, isOver in if isOver { typed.forgetRegistration() } }
    }

    @ViewBuilder private var place: some View {
        switch Place(state, opened) {
        case .loading:
            LoadingScreen(trouble: trouble, actions: actions)
        case .doors(let page):
            Doors(
                isOffline: state.offline, hasOneDoor: shell.hasOneDoor, page: page, trouble: trouble,
                justSignedOut: justSignedOut, wasRegistering: wasRegistering, actions: actions, opened: $opened,
                typed: $typed)
        case .waiting(let step):
            WaitingScreen(step: step, hasNoBrowser: shell.trouble == .noBrowser, trouble: trouble, actions: actions)
        case .locked:
            LockedScreen(trouble: trouble, actions: actions)
        case .register(let registration):
            RegisterScreen(stage: stage, registration: registration)
        case .card(let page):
            Places(stage: stage, doorPage: page)
        }
    }

    private var stage: Stage {
        Stage(
            state: state, shell: shell, moments: Moments(words, now: shell.now, zone: shell.zone), trouble: trouble,
            actions: actions, opened: $opened, tab: $tab, typed: $typed
        ) {
            (justSignedOut, wasRegistering) = (true, state.registration != nil)
            actions.signOut(inBrowser: typed.leavesBrowser)
            typed = Typed()
        }
    }

    /// What was typed for a sign-in goes when the sign-in is over.
    private func take(_ step: SignInStep?) {
        if step != nil { justSignedOut = false }
        if step == nil { typed.code = "" }
        if state.phase == .card && !state.needsSignIn { typed.forgetSignIn() }
    }

    private var words: any Strings { strings(shell.language) }
    private var trouble: Trouble? { Trouble.now(state, shell, opened, words, tab: tab) }
    private var step: SignInStep? {
        if case .signingIn(let step) = state.phase { step } else { nil }
    }
}

extension Felt {
    fileprivate var feedback: SensoryFeedback {
        switch self {
        case .done: .success
        case .refused: .error
        }
    }
}

/// Where in the app one is.
private enum Place {
    case loading, locked
    case waiting(SignInStep)
    case doors(DoorPage)
    case card(DoorPage)
    case register(RegistrationView)

    init(_ state: AppState, _ opened: Opened) {
        let page = DoorPage(state, opened)
        switch state.phase {
        case .starting: self = .loading
        case .signedOut: self = .doors(page)
        case .signingIn(let step) where page == .none: self = .waiting(step)
        case .signingIn: self = state.card == nil ? .doors(page) : .card(page)
        case .card: self = state.registration.map { .register($0) } ?? .card(page)
        case .locked: self = .locked
        }
    }
}

/// The app as its model has it now.
public struct BibliotekkortetView: View {
    @Bindable private var model: AppModel

    public init(_ model: AppModel) { self.model = model }

    public var body: some View {
        BibliotekkortetScreen(
            state: model.state, shell: model.shell, opened: $model.opened, tab: $model.tab, actions: model)
    }
}
