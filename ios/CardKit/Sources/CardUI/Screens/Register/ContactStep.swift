import CardCore
import CardKit
import SwiftUI

/// A telephone number, and how the person would rather be reached.
struct ContactStep: View {
    let stage: Stage
    let registration: RegistrationView
    let goOn: @MainActor () -> Void
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words

    var body: some View {
        RegisterPage(
            tag: Tag.registerContact, title: words.registerContactTitle, why: words.registerContactText, stage: stage,
            tellsTrouble: true
        ) {
            StageFormTrouble(stage: stage, focus: $focus)
            PhoneField(phone: phone, focus: $focus)
            Channels(chosen: details.channel) { stage.typed.people.channel = $0 }
            BusyButton(
                text: words.registerNext, busyText: words.registerSending, tag: Tag.registerNext,
                isBusy: stage.shell.isSending, action: send)
        }
        .disabled(stage.shell.isSending)
    }

    private func send() {
        if details.phone == nil {
            focus = .phone
            return
        }
        stage.actions.changeContact(details) { goOn() }
    }

    private var details: ContactDetails { stage.typed.people.reach(registration.reach(words.languageCode)) }

    private var phone: Binding<String> {
        Binding(
            get: { stage.typed.people.phone ?? registration.phone.map(phoneGroups) ?? "" },
            set: { stage.typed.people.phone = $0 })
    }
}
