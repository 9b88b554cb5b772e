import CardCore
import CardKit
import SwiftUI

/// Two devices changed the same: what is there, what was typed here, and a button for each. Only what differs is shown.
struct ConflictScreen: View {
    let stage: Stage
    let conflict: ConflictView
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.conflict) {
            VStack(alignment: .leading, spacing: Space.regular) {
                StageTrouble(stage: stage)
                Plain(words.conflictText)
                side(words.conflictTheirs, conflict.theirs)
                side(words.conflictMine, conflict.mine)
                BusyButton(
                    text: words.conflictKeepMine, busyText: words.conflictSaving, tag: Tag.keepMine,
                    isBusy: stage.shell.isSending
                ) { keep(mine: true) }
                QuietButton(
                    text: words.conflictKeepTheirs, tag: Tag.keepTheirs, isEnabled: !stage.shell.isSending
                ) { keep(mine: false) }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.conflictTitle)
        .navigationBarTitleDisplayMode(.inline)
        .onAppear { announce(words.conflictTitle) }
    }

    private func side(_ title: String, _ details: ContactDetails) -> some View {
        VStack(alignment: .leading, spacing: Space.small) {
            SectionTitle(title)
            Sheet {
                ForEach(rows, id: \.self) { row in
                    if row != rows.first { Divider() }
                    Fact(name: row.name(words), value: row.value(details, stage.moments, words))
                }
            }
        }
    }

    private func keep(mine: Bool) { stage.actions.resolveConflict(keepMine: mine) { stage.contactSaved() } }

    /// What differs.
    private var rows: [ContactRow] {
        ContactRow.allCases.filter {
            $0.value(conflict.mine, stage.moments, words) != $0.value(conflict.theirs, stage.moments, words)
        }
    }
}

private enum ContactRow: CaseIterable {
    case phone, channel, language, address

    func name(_ words: any Strings) -> String {
        switch self {
        case .phone: words.contactPhone
        case .channel: words.contactChannel
        case .language: words.contactLanguage
        case .address: words.contactAddress
        }
    }

    func value(_ details: ContactDetails, _ moments: Moments, _ words: any Strings) -> String {
        switch self {
        case .phone: details.phone.map(phoneGroups) ?? words.contactNone
        case .channel: channelWords(details.channel, words)
        case .language: strings(details.language).languageName
        case .address: addressText(details, moments, words)
        }
    }
}
