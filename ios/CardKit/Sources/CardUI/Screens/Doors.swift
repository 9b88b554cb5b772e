import CardKit
import SwiftUI

/// The three doors, and the pages behind the third.
struct Doors: View {
    let isOffline: Bool
    let hasOneDoor: Bool
    let page: DoorPage
    let trouble: Trouble?
    let justSignedOut: Bool
    /// And goes on with getting a card another time.
    let wasRegistering: Bool
    let actions: any AppActions
    @Binding var opened: Opened
    @Binding var typed: Typed

    var body: some View {
        NavigationStack {
            SignInScreen(
                isOffline: isOffline, hasOneDoor: hasOneDoor, trouble: page == .none ? trouble : nil,
                justSignedOut: justSignedOut, wasRegistering: wasRegistering, actions: actions
            ) {
                opened = .cardForm
            } withoutEid: {
                opened = .withoutEid
            }
            .toolbar(.hidden, for: .navigationBar)
            .navigationDestination(isPresented: isPageOpen) {
                DoorPages(page: page, trouble: trouble, actions: actions, opened: $opened, typed: $typed)
            }
        }
    }

    private var isPageOpen: Binding<Bool> {
        Binding(get: { page != .none }, set: { if !$0 { page.goBack(actions, $opened) } })
    }
}
