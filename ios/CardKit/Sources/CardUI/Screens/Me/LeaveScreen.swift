import CardCore
import CardKit
import SwiftUI

/// What ends, what stays, and the hold that ends it. Nothing here hurries anybody.
struct LeaveScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.leave) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let leaving = stage.state.leaving {
                    Hint(words.leaveIntro)
                    ends
                    stays(leaving)
                    deeds
                } else if stage.trouble == nil {
                    Waiting(text: words.leaveLoading, tag: Tag.librariesLoading)
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.leaveTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private var ends: some View {
        let home = stage.state.card?.homeLibrary?.name ?? stage.home?.profile.library.name
        let all = [
            words.leaveEndsCard, words.leaveEndsCode, home.map(words.leaveEndsHome),
            stage.state.relations.contains { $0.standing == .pending } ? words.leaveEndsRequests : nil,
            words.leaveEndsDevices,
        ].compactMap { $0 }
        SectionTitle(words.leaveEnds)
        Sheet {
            VStack(alignment: .leading, spacing: Space.small) {
                ForEach(all, id: \.self) { Point(icon: .close, title: $0) }
            }
            .padding(Space.regular)
        }
    }

    @ViewBuilder private func stays(_ leaving: LeavingView) -> some View {
        SectionTitle(words.leaveStays)
        Sheet {
            VStack(alignment: .leading, spacing: Space.medium) {
                Hint(leaving.remaining.isEmpty ? words.leaveStaysNone : words.leaveStaysText)
                ForEach(leaving.remaining, id: \.library.number) { left in
                    VStack(alignment: .leading, spacing: Space.hair) {
                        Plain(left.library.name, style: TypeTokens.titleSmall)
                        StatusLine(
                            icon: left.standing.icon, text: standingWords(left.standing, words),
                            color: left.standing.color(palette))
                    }
                    .accessibilityElement(children: .combine)
                    .accessibilityIdentifier(Tag.remaining(left.library.number))
                }
                Point(icon: .receipt, title: words.leaveStaysReceipts)
                Point(icon: .mail, title: words.leaveMail)
            }
            .padding(Space.regular)
        }
    }

    @ViewBuilder private var deeds: some View {
        OutlineButton(text: words.leaveExportFirst, tag: Tag.export, color: palette.primary) {
            stage.back()
            stage.actions.exportData()
        }
        PrimaryButton(text: words.leaveKeep, tag: Tag.leaveKeep) { stage.back() }
        HoldButton(
            tag: Tag.leaveHold, isWorking: stage.state.asking, shown: stage.typed.held,
            asks: stage.$typed.asksTwice
        ) {
            stage.actions.leave()
        }
        .padding(.top, Space.small)
    }
}
