import CardCore
import CardKit
import SwiftUI

/// The card, and what may lie over it: the menu, the question before signing out, the reader, pages.
struct CardPlace: View {
    let state: AppState
    let shell: ShellState
    let moments: Moments
    let trouble: Trouble?
    let actions: any AppActions
    let doorPage: DoorPage
    @Binding var opened: Opened
    @Binding var typed: Typed
    let signOut: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        NavigationStack { place.navigationDestination(isPresented: isPageOpen) { page } }
            .sheet(isPresented: shows(.menu)) {
                MenuSheet(hidesCard: state.lockCard, isLocking: shell.isLocking, actions: actions) { opened = $0 }
            }
            .sheet(isPresented: shows(.signOut)) {
                SignOutSheet(leavesBrowser: $typed.leavesBrowser) {
                    opened = .nothing
                    signOut()
                } cancel: {
                    opened = .nothing
                }
            }
            .fullScreenCover(isPresented: reads) { reader }
    }

    @ViewBuilder private var place: some View {
        if let card = state.card {
            CardScreen(
                card: card, state: state, hasOneDoor: shell.hasOneDoor, moments: moments,
                trouble: hasPage ? nil : trouble, actions: actions
            ) { opened = $0 }
        } else {
            NoCardScreen(state: state, trouble: hasPage ? nil : trouble, actions: actions) { opened = $0 }
        }
    }

    @ViewBuilder private var page: some View {
        if doorPage != .none {
            DoorPages(page: doorPage, trouble: trouble, actions: actions, opened: $opened, typed: $typed)
        } else if opened == .stepUp {
            StepUpScreen(action: shell.steppingUpFor ?? .endDevices, trouble: trouble, actions: actions) {
                opened = .nothing
            }
        } else {
            DevicesScreen(
                devices: state.devices, shell: shell, moments: moments, trouble: trouble, actions: actions
            ) {
                (typed.device, opened) = ($0, .endDevice)
            }
            .alert(words.devicesEndTitle, isPresented: shows(.endDevice, else: .devices)) {
                Button(words.devicesEndConfirm, role: .destructive) {
                    opened = .devices
                    if let device = typed.device { actions.endDevice(device) }
                }
                .accessibilityIdentifier(Tag.endDeviceConfirm)
                Button(words.devicesEndCancel, role: .cancel) { opened = .devices }
                    .accessibilityIdentifier(Tag.endDeviceCancel)
            } message: {
                Text(words.devicesEndText(askedAbout)).accessibilityIdentifier(Tag.endDeviceDialog)
            }
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

    private var hasPage: Bool { doorPage != .none || opened.isPage }

    private func goBack() {
        if doorPage != .none {
            doorPage.goBack(actions, $opened)
        } else if opened.isPage {
            opened = .nothing
        }
    }

    private var isPageOpen: Binding<Bool> {
        Binding(get: { hasPage }, set: { if !$0 { goBack() } })
    }

    private var askedAbout: String {
        state.devices?.first { $0.id == typed.device }.map { deviceName($0, words) } ?? words.devicesUnknown
    }

    private func shows(_ what: Opened, else below: Opened = .nothing) -> Binding<Bool> {
        Binding(get: { opened == what }, set: { if !$0, opened == what { opened = below } })
    }
}
