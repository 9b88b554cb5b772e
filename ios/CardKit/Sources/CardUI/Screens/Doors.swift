import CardKit
import SwiftUI

/// The three doors, and the form behind the third.
struct Doors: View {
    let isOffline: Bool
    let hasOneDoor: Bool
    /// The form is on its way.
    let isBusy: Bool
    let trouble: Trouble?
    let justSignedOut: Bool
    let actions: any AppActions
    @Binding var opened: Opened
    @Binding var typed: Typed
    @Environment(\.words) private var words

    var body: some View {
        NavigationStack {
            SignInScreen(
                isOffline: isOffline, hasOneDoor: hasOneDoor, trouble: opened.isForm ? nil : trouble,
                justSignedOut: justSignedOut, actions: actions
            ) { opened = .cardForm }
            .navigationDestination(isPresented: isFormOpen) {
                CardFormScreen(typed: $typed, isBusy: isBusy, trouble: trouble, actions: actions) { opened = .forgot }
                    .alert(words.cardFormForgotTitle, isPresented: hasForgotten) { ways } message: {
                        Text(words.cardFormForgotText).accessibilityIdentifier(Tag.forgotDialog)
                    }
            }
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

    /// Going back gives a form that is on its way up.
    private var isFormOpen: Binding<Bool> {
        Binding(get: { opened.isForm }) {
            if $0 || !opened.isForm { return }
            if isBusy { actions.cancelSignIn() }
            opened = .nothing
        }
    }

    private var hasForgotten: Binding<Bool> {
        Binding(get: { opened == .forgot }, set: { if !$0, opened == .forgot { opened = .cardForm } })
    }
}
