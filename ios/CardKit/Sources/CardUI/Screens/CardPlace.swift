import CardCore
import CardKit
import SwiftUI

/// The card, and what may lie over it: the menu, the question before signing out, the reader.
struct CardPlace: View {
    let state: AppState
    let moments: Moments
    let trouble: Trouble?
    let actions: any AppActions
    @Binding var opened: Opened
    let signOut: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        NavigationStack { place }
            .sheet(isPresented: shows(.menu)) {
                MenuSheet {
                    opened = .nothing
                    actions.chooseLanguage($0)
                } askSignOut: {
                    opened = .signOut
                }
            }
            .alert(words.signOutTitle, isPresented: shows(.signOut)) {
                Button(words.signOutConfirm, role: .destructive) {
                    opened = .nothing
                    signOut()
                }
                .accessibilityIdentifier(Tag.signOutConfirm)
                Button(words.signOutCancel, role: .cancel) { opened = .nothing }
                    .accessibilityIdentifier(Tag.signOutCancel)
            } message: {
                Text(words.signOutText).accessibilityIdentifier(Tag.signOutDialog)
            }
            .fullScreenCover(isPresented: reads) { reader }
    }

    @ViewBuilder private var place: some View {
        if let card = state.card {
            CardScreen(card: card, state: state, moments: moments, trouble: trouble, actions: actions) { opened = $0 }
        } else {
            NoCardScreen(state: state, trouble: trouble, actions: actions) { opened = $0 }
        }
    }

    @ViewBuilder private var reader: some View {
        if let card = state.card, let barcode = card.barcode {
            ReaderScreen(card: card, barcode: barcode, isTurned: opened == .readerTurned) {
                opened = $0 ? .readerTurned : .reader
            } close: {
                opened = .nothing
            }
        }
    }

    /// A code that is taken back takes the reader with it.
    private var reads: Binding<Bool> {
        Binding(
            get: { opened.isReader && state.card?.barcode != nil },
            set: { if !$0, opened.isReader { opened = .nothing } })
    }

    private func shows(_ what: Opened) -> Binding<Bool> {
        Binding(get: { opened == what }, set: { if !$0, opened == what { opened = .nothing } })
    }
}
