import CardCore
import CardKit
import SwiftUI

/// Where the person lives for a while, and until when.
struct AddressFormScreen: View {
    let stage: Stage
    @FocusState private var focus: FormField?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    private static var few: Int { 2 }
    private static var most: Int { 4 }

    var body: some View {
        Page(tag: Tag.addressForm) {
            VStack(alignment: .leading, spacing: Space.regular) {
                StageFormTrouble(stage: stage, focus: $focus)
                OfflineLine(stage: stage)
                Hint(words.addressFormText)
                ForEach(Array(lines.indices), id: \.self) { line($0) }
                if lines.count < Self.most {
                    QuietButton(text: words.addressFormAddLine, tag: Tag.addressAddLine) {
                        stage.typed.people.lines = lines + [""]
                        focus = .line(lines.count)
                    }
                }
                until
                BusyButton(
                    text: words.contactFormSave, busyText: words.contactFormSaving, tag: Tag.contactSave,
                    isBusy: stage.shell.isSending, action: save)
                if known?.addressLines.isEmpty == false {
                    QuietButton(
                        text: isRemoving ? words.addressFormRemoving : words.addressFormRemove, tag: Tag.addressRemove,
                        action: remove)
                }
            }
            .disabled(stage.shell.isSending)
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(words.addressFormTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private func line(_ index: Int) -> some View {
        let name = words.addressFormLine("\(index + 1)")
        return Labelled(label: name, name: .line(index), focus: $focus) {
            TextField(name, text: text(index))
                .textContentType(.fullStreetAddress)
                .submitLabel(.next)
                .onSubmit { focus = index + 1 < lines.count ? .line(index + 1) : .until }
                .privacySensitive()
                .focused($focus, equals: .line(index))
                .frame(minHeight: 56)
                .accessibilityIdentifier(Tag.addressLine(index))
        }
    }

    private var until: some View {
        Labelled(label: words.addressFormUntil, hint: words.addressFormUntilHint, name: .until, focus: $focus) {
            TextField(words.addressFormA11yUntil, text: day, prompt: Text(words.addressFormUntilHint))
                .keyboardType(.numbersAndPunctuation)
                .submitLabel(.done)
                .privacySensitive()
                .focused($focus, equals: .until)
                .frame(minHeight: 56)
                .accessibilityHint(words.addressFormUntilHint)
                .accessibilityIdentifier(Tag.addressUntil)
        }
    }

    private func save() {
        guard let known else { return }
        stage.saveContact(stage.typed.people.address(known))
    }

    private func remove() {
        guard var details = known else { return }
        (details.addressLines, details.addressUntil) = ([], nil)
        stage.typed.people.lines = []
        stage.saveContact(details)
    }

    private var known: ContactDetails? { stage.state.contact?.details }
    private var isRemoving: Bool { stage.shell.isSending && stage.typed.people.lines?.isEmpty == true }

    /// At least two lines to write on.
    private var lines: [String] {
        let lines = stage.typed.people.lines ?? known?.addressLines ?? []
        return lines + Array(repeating: "", count: max(0, Self.few - lines.count))
    }

    private func text(_ index: Int) -> Binding<String> {
        Binding(
            get: { lines.indices.contains(index) ? lines[index] : "" },
            set: { typed in
                var all = lines
                if all.indices.contains(index) { all[index] = typed }
                stage.typed.people.lines = all
            })
    }

    private var day: Binding<String> {
        Binding(
            get: { stage.typed.people.until ?? known?.addressUntil.map(typedDay) ?? "" },
            set: { stage.typed.people.until = $0 })
    }
}
