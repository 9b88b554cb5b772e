import CardCore
import CardKit
import SwiftUI

/// What was done with a card, the newest first: what, where, when, and in which role.
struct LedgerScreen: View {
    let stage: Stage
    /// Whose; nil for one's own.
    let child: String?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.ledger) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let ledger {
                    shown(ledger)
                } else if stage.state.asking {
                    Waiting(text: words.ledgerLoading, tag: Tag.ledgerLoading)
                } else if stage.trouble == nil {
                    if stage.state.offline {
                        Notice(icon: .offline, text: words.ledgerOffline, colors: palette.offline, tag: Tag.offline)
                    }
                    QuietButton(text: words.ledgerRetry, tag: Tag.refresh, icon: .refresh) {
                        stage.actions.seeLedger(child)
                    }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLedger(child) }
        .navigationTitle(name.map(words.ledgerChildTitle) ?? words.ledgerTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private func shown(_ ledger: LedgerView) -> some View {
        if ledger.entries.isEmpty {
            Empty(icon: .receipt, title: words.ledgerEmpty, tag: Tag.ledgerEmpty)
        } else {
            Hint(words.ledgerIntro)
            Sheet {
                ForEach(Array(ledger.entries.enumerated()), id: \.offset) { index, entry in
                    if index > 0 { Divider() }
                    row(entry)
                }
            }
        }
    }

    private func row(_ entry: LedgerEntryView) -> some View {
        VStack(alignment: .leading, spacing: Space.hair) {
            Plain(doneWords(entry.done, words), style: TypeTokens.titleSmall)
            if let library = entry.library { Small(words.ledgerAt(library.name)) }
            Small("\(stage.moments.at(entry.at)) · \(byWords(entry.by, name, words))")
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }

    /// What was fetched last may be somebody else's.
    private var ledger: LedgerView? { stage.state.ledger.flatMap { $0.child == child ? $0 : nil } }
    private var name: String? { stage.state.child(child)?.name }
}
