import CardCore
import CardKit
import SwiftUI

/// What the person ought to know, the most pressing first, each with the one thing to do.
struct NoticesScreen: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.notices) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if stage.state.notices.isEmpty && stage.trouble == nil {
                    if stage.state.asking {
                        Waiting(text: words.noticesLoading, tag: Tag.librariesLoading)
                    } else {
                        Empty(icon: .bell, title: words.noticesEmpty, tag: Tag.noticesEmpty)
                    }
                }
                ForEach(Array(stage.state.notices.enumerated()), id: \.offset) { _, notice in
                    NoticePanel(notice: notice, stage: stage)
                }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLibraries() }
        .navigationTitle(words.noticesTitle)
        .navigationBarTitleDisplayMode(.inline)
    }
}

/// One thing to know. The card that ends for want of use is kept with one press.
struct NoticePanel: View {
    let notice: NoticeView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        switch notice {
        case .unused(let used, let ends):
            Panel(
                icon: .clock, title: words.noticesUnusedTitle,
                text: words.noticesUnusedText(stage.moments.date(ends), stage.moments.date(used)),
                colors: palette.ageing, tag: Tag.notice("unused")
            ) {
                BusyButton(
                    text: words.noticesKeep, busyText: words.noticesKeeping, tag: Tag.keepCard,
                    isBusy: stage.state.asking
                ) { stage.actions.keepCard() }
            }
        case .signAgain(let library, let agreement, let severity, let from):
            told(
                severity.icon,
                agreement == .rules
                    ? words.noticesSignAgainRules(library.name) : words.noticesSignAgainStaffless(library.name),
                words.noticesSignAgainFrom(stage.moments.day(from), severityWords(severity, words)), "sign-again"
            ) {
                deed(words.noticesReadNew, Tag.readNew(library.number), library.name) {
                    stage.read([library.number], agreement)
                }
            }
        case .closing(let library, let forGood, let from):
            told(.block, closing(library.name, forGood, from), words.noticesClosingText, "closing") {
                deed(words.noticesSeeLibrary, Tag.libraryRow(library.number), library.name) {
                    stage.openLibrary(library.number)
                }
            }
        case .birthday(let child, let name, let age, let on):
            birthday(child, name, age, stage.moments.day(on))
        case .logForked(let noticed):
            told(
                .warning, words.noticesLogForkedTitle, words.noticesLogForkedText(stage.moments.at(noticed)),
                "log-forked"
            ) {
                deed(words.noticesSeeReceipts, Tag.meReceipts, nil) { stage.open(.receipts) }
            }
        }
    }

    @ViewBuilder private func birthday(_ child: String?, _ name: String?, _ age: UInt8, _ day: String) -> some View {
        if let child, let name {
            told(
                .clock, words.noticesBirthdayChild("\(age)", day, name), words.noticesBirthdayChildText(name),
                "birthday-\(child)"
            ) {
                deed(words.noticesSeeChanges, Tag.childRow(child), name) { stage.openChild(child) }
            }
        } else {
            told(
                .clock, words.noticesBirthdaySelf("\(age)", day), words.noticesBirthdaySelfText, "birthday"
            ) {
                deed(words.noticesSeeChanges, Tag.seeChanges, nil) { stage.open(.ownChanges) }
            }
        }
    }

    private func told<Deed: View>(
        _ icon: CardIcon, _ title: String, _ text: String, _ kind: String, @ViewBuilder deed: @escaping () -> Deed
    ) -> some View {
        Sheet {
            VStack(alignment: .leading, spacing: Space.medium) {
                StatusLine(icon: icon, text: title, color: palette.onSurface, style: TypeTokens.titleSmall)
                    .accessibilityElement(children: .combine)
                    .accessibilityAddTraits(.isHeader)
                Hint(text)
                deed()
            }
            .padding(Space.regular)
        }
        .accessibilityIdentifier(Tag.notice(kind))
    }

    private func deed(_ text: String, _ tag: String, _ about: String?, action: @escaping @MainActor () -> Void)
        -> some View
    {
        OutlineButton(text: text, tag: tag, color: palette.primary, action: action)
            .accessibilityLabel(about.map { "\(text): \($0)" } ?? text)
    }

    private func closing(_ name: String, _ forGood: Bool, _ from: String?) -> String {
        let day = from.map { stage.moments.day($0) }
        if forGood { return day.map { words.noticesClosingGoneFrom($0, name) } ?? words.noticesClosingGone(name) }
        return day.map { words.noticesClosingFrom($0, name) } ?? words.noticesClosingNow(name)
    }
}

extension NoticeView {
    /// The card ends for want of use.
    var isUnused: Bool { if case .unused = self { true } else { false } }
}
