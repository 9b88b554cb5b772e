import CardKit
import SwiftUI

/// What lies before the doors.
enum DoorPage: Equatable {
    case none
    case form(isBusy: Bool)
    case code(isBusy: Bool)
}

/// The three doors, and the pages behind the third: the form, and the one-time code.
struct Doors: View {
    let isOffline: Bool
    let hasOneDoor: Bool
    let page: DoorPage
    let trouble: Trouble?
    let justSignedOut: Bool
    let actions: any AppActions
    @Binding var opened: Opened
    @Binding var typed: Typed
    @Environment(\.words) private var words

    var body: some View {
        NavigationStack {
            SignInScreen(
                isOffline: isOffline, hasOneDoor: hasOneDoor, trouble: page == .none ? trouble : nil,
                justSignedOut: justSignedOut, actions: actions
            ) { opened = .cardForm }
            .toolbar(.hidden, for: .navigationBar)
            .navigationDestination(isPresented: isPageOpen) { pageView }
        }
    }

    @ViewBuilder private var pageView: some View {
        switch page {
        case .none: EmptyView()
        case .form(let isBusy):
            CardFormScreen(typed: $typed, isBusy: isBusy, trouble: trouble, actions: actions) { opened = .forgot }
                .alert(words.cardFormForgotTitle, isPresented: hasForgotten) {
                    ways
                } message: {
                    Text(words.cardFormForgotText).accessibilityIdentifier(Tag.forgotDialog)
                }
        case .code(let isBusy):
            CodeScreen(code: $typed.code, isBusy: isBusy, trouble: trouble, actions: actions)
        }
    }

    /// For who has forgotten PIN or password: an electronic identity knows them anyway.
    @ViewBuilder private var ways: some View {
        Button(words.cardFormIdPorten) {
            opened = .nothing
            actions.signIn(.idPorten)
        }
        .accessibilityIdentifier(Tag.forgotIdPorten)
        Button(words.cardFormForgotCancel, role: .cancel) { opened = .cardForm }
            .accessibilityIdentifier(Tag.forgotCancel)
    }

    /// Going back gives up what is on its way.
    private var isPageOpen: Binding<Bool> {
        Binding(get: { page != .none }, set: { if !$0 { goBack() } })
    }

    private func goBack() {
        if page == .none { return }
        if page != .form(isBusy: false) { actions.cancelSignIn() }
        if case .code = page { return }
        opened = .nothing
    }

    private var hasForgotten: Binding<Bool> {
        Binding(get: { opened == .forgot }, set: { if !$0, opened == .forgot { opened = .cardForm } })
    }
}
