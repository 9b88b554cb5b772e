import CardCore
import CardKit
import SwiftUI

/// The page that is open over a place.
struct PageOf: View {
    let step: Step
    let stage: Stage
    let doorPage: DoorPage
    @Environment(\.words) private var words

    var body: some View {
        if doorPage != .none {
            DoorPages(
                page: doorPage, trouble: stage.trouble, actions: stage.actions, opened: stage.$opened,
                typed: stage.$typed)
        } else {
            own
        }
    }

    @ViewBuilder private var own: some View {
        switch step.page {
        case .devices: DevicesPage(stage: stage)
        case .stepUp:
            StepUpScreen(
                action: stage.shell.steppingUpFor ?? .endDevices, trouble: stage.trouble, actions: stage.actions,
                notNow: stage.notNow)
        case .find: FindScreen(stage: stage.acting)
        case .library: LibraryScreen(stage: stage.acting, number: step.library)
        case .deskCode: DeskCodeScreen(stage: stage.acting, number: step.library)
        case .receipts: ReceiptsScreen(stage: stage)
        case .receipt: ReceiptScreen(stage: stage, id: step.receipt)
        case .notices: NoticesScreen(stage: stage)
        case .myData: MyDataScreen(stage: stage)
        case .leave where stage.state.leaving?.endedAt != nil: FarewellScreen(stage: stage)
        case .leave: LeaveScreen(stage: stage)
        case .endCard: FarewellScreen(stage: stage)
        default: PersonPageOf(step: step, stage: stage)
        }
    }
}

/// The pages about the person and the children.
private struct PersonPageOf: View {
    let step: Step
    let stage: Stage

    var body: some View {
        switch step.page {
        case .cards: CardsScreen(stage: stage)
        case .contact, .contactForm, .addressForm:
            if let conflict = stage.state.conflict {
                ConflictScreen(stage: stage, conflict: conflict)
            } else {
                contact
            }
        case .email: EmailScreen(stage: stage)
        case .pin: SecretScreen(stage: stage, isPin: true)
        case .password: SecretScreen(stage: stage, isPin: false)
        case .children: ChildrenScreen(stage: stage)
        case .child: ChildScreen(stage: stage, child: stage.state.child(step.child))
        case .addChildren: AddChildrenScreen(stage: stage)
        case .childLibrary: ChildLibraryScreen(stage: stage)
        case .childCode: ChildCodeScreen(stage: stage)
        case .ledger: LedgerScreen(stage: stage, child: step.child)
        case .ownChanges: OwnChangesScreen(stage: stage)
        default: EmptyView()
        }
    }

    @ViewBuilder private var contact: some View {
        switch step.page {
        case .contactForm: ContactFormScreen(stage: stage)
        case .addressForm: AddressFormScreen(stage: stage)
        default: ContactScreen(stage: stage)
        }
    }
}

/// The sign-ins, with the question before one is ended.
private struct DevicesPage: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        DevicesScreen(
            devices: stage.state.devices, shell: stage.shell, moments: stage.moments, trouble: stage.trouble,
            actions: stage.actions
        ) {
            (stage.typed.device, stage.opened) = ($0, .endDevice)
        }
        .alert(words.devicesEndTitle, isPresented: stage.asks(.endDevice)) {
            Button(words.devicesEndConfirm, role: .destructive) {
                stage.opened = .devices
                if let device = stage.typed.device { stage.actions.endDevice(device) }
            }
            .accessibilityIdentifier(Tag.endDeviceConfirm)
            Button(words.devicesEndCancel, role: .cancel) { stage.opened = .devices }
                .accessibilityIdentifier(Tag.endDeviceCancel)
        } message: {
            Text(words.devicesEndText(askedAbout)).accessibilityIdentifier(Tag.endDeviceDialog)
        }
    }

    private var askedAbout: String {
        stage.state.devices?.first { $0.id == stage.typed.device }.map { deviceName($0, words) }
            ?? words.devicesUnknown
    }
}

extension Stage {
    /// Whether a question lies over its page; put away it leaves the page.
    func asks(_ question: Opened) -> Binding<Bool> {
        Binding(get: { opened == question }, set: { if !$0, opened == question { opened = question.page } })
    }
}
