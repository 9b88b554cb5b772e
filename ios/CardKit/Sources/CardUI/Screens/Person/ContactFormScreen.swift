import CardCore
import CardKit
import SwiftUI

/// Phone, channel and language.
struct ContactFormScreen: View {
    let stage: Stage
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.contactForm) {
            VStack(alignment: .leading, spacing: Space.large) {
                StageFormTrouble(stage: stage, focus: $focus)
                OfflineLine(stage: stage)
                PhoneField(phone: phone, focus: $focus)
                Channels(chosen: details?.channel ?? .email) { stage.typed.people.channel = $0 }
                languages
                BusyButton(
                    text: words.contactFormSave, busyText: words.contactFormSaving, tag: Tag.contactSave,
                    isBusy: stage.shell.isSending, action: save)
            }
            .disabled(stage.shell.isSending)
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(words.contactFormTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private var languages: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            SectionTitle(words.contactFormLanguage)
            Sheet {
                ForEach(allStrings.map(\.languageCode), id: \.self) { code in
                    if code != allStrings.first?.languageCode { RowLine() }
                    RadioRow(
                        title: strings(code).languageName, tag: Tag.contactLanguage(code),
                        isChosen: code == details?.language
                    ) { stage.typed.people.language = code }
                }
            }
        }
    }

    private func save() {
        guard let details else { return }
        stage.saveContact(details)
    }

    private var known: ContactDetails? { stage.state.contact?.details }
    private var details: ContactDetails? { known.map { stage.typed.people.reach($0) } }

    private var phone: Binding<String> {
        Binding(
            get: { stage.typed.people.phone ?? known?.phone.map(phoneGroups) ?? "" },
            set: { stage.typed.people.phone = $0 })
    }
}

/// Without network nothing is changed, now or later.
struct OfflineLine: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        if stage.state.offline && stage.trouble == nil {
            Notice(icon: .offline, text: words.contactOffline, colors: palette.offline, tag: Tag.offline)
        }
    }
}

extension Stage {
    /// Sends how the person is reached; what was typed stands until it is taken.
    func saveContact(_ details: ContactDetails) { actions.changeContact(details) { contactSaved() } }

    /// What stood in the fields is the service's now.
    func contactSaved() {
        typed.people = PeopleForm()
        announce(strings(shell.language).contactSaved)
        if opened.isContactForm { back() }
        (typed.isDone, typed.hasNewEmail) = (opened == .contact, false)
    }
}
