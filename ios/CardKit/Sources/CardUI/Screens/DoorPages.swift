import CardCore
import CardKit
import SwiftUI

/// What lies before the doors, or over a card whose session is over. What is on its way from a page stays on it: nothing moves.
enum DoorPage: Equatable {
    case none
    case form(isBusy: Bool)
    case code(isBusy: Bool)
    case withoutEid

    init(_ state: AppState, _ opened: Opened) {
        switch (state.phase, opened) {
        case (.signedOut, .cardForm), (.signedOut, .forgot), (.card, .cardForm), (.card, .forgot):
            self = .form(isBusy: false)
        case (.signedOut, .withoutEid): self = .withoutEid
        case (.signingIn(.codeWanted), _): self = .code(isBusy: false)
        case (.signingIn(.preparing), .cardForm), (.signingIn(.checking), .cardForm): self = .form(isBusy: true)
        case (.signingIn(.preparing), .oneTimeCode), (.signingIn(.checking), .oneTimeCode): self = .code(isBusy: true)
        default: self = .none
        }
    }

    /// What going back from here gives up; the form lies below a code.
    @MainActor
    func goBack(_ actions: any AppActions, _ opened: Binding<Opened>) {
        switch self {
        case .none: return
        case .form(let isBusy):
            if isBusy { actions.cancelSignIn() }
            opened.wrappedValue = .nothing
        case .code: actions.cancelSignIn()
        case .withoutEid: opened.wrappedValue = .nothing
        }
    }
}

/// The pages behind the third door: the form, and the one-time code.
struct DoorPages: View {
    let page: DoorPage
    let trouble: Trouble?
    let actions: any AppActions
    @Binding var opened: Opened
    @Binding var typed: Typed
    @Environment(\.words) private var words

    var body: some View {
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
        case .withoutEid: WithoutEidScreen { opened = .cardForm }
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

    private var hasForgotten: Binding<Bool> {
        Binding(get: { opened == .forgot }, set: { if !$0, opened == .forgot { opened = .cardForm } })
    }
}
