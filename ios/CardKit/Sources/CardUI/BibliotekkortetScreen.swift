import CardCore
import CardKit
import SwiftUI

/// The whole app: draws a state of the core and of the shell, and tells the actions what the person did.
public struct BibliotekkortetScreen: View {
    private let state: AppState
    private let shell: ShellState
    private let actions: any AppActions
    @Binding private var opened: Opened
    @State private var justSignedOut = false

    public init(state: AppState, shell: ShellState, opened: Binding<Opened>, actions: any AppActions) {
        self.state = state
        self.shell = shell
        self.actions = actions
        _opened = opened
    }

    public var body: some View {
        Themed { place }
            .environment(\.words, words)
            .preferredColorScheme(shell.dark.map { $0 ? .dark : .light })
            .onChange(of: isSigningIn) { _, signingIn in if signingIn { justSignedOut = false } }
    }

    @ViewBuilder private var place: some View {
        switch state.phase {
        case .starting:
            LoadingScreen(trouble: trouble, actions: actions)
        case .signedOut:
            SignInScreen(isOffline: state.offline, trouble: trouble, justSignedOut: justSignedOut, actions: actions)
        case .signingIn(let step):
            WaitingScreen(step: step, hasNoBrowser: shell.trouble == .noBrowser, trouble: trouble, actions: actions)
        case .card:
            CardPlace(
                state: state, moments: Moments(words, now: shell.now, zone: shell.zone), trouble: trouble,
                actions: actions,
                opened: $opened
            ) {
                justSignedOut = true
                actions.signOut()
            }
        }
    }

    private var words: any Strings { strings(shell.language) }
    private var trouble: Trouble? { Trouble.now(state, shell, words) }
    private var isSigningIn: Bool {
        if case .signingIn = state.phase { true } else { false }
    }
}

/// The app as its model has it now.
public struct BibliotekkortetView: View {
    @Bindable private var model: AppModel

    public init(_ model: AppModel) { self.model = model }

    public var body: some View {
        BibliotekkortetScreen(state: model.state, shell: model.shell, opened: $model.opened, actions: model)
    }
}
