import CardCore
import CardKit
import SwiftUI

/// What changes when, the nearest day first: who may do what from then on.
struct Changes: View {
    let changes: [AheadView]
    let reader: Reader
    let moments: Moments
    var tag = ""
    /// Who turns how old on a day, where that is known.
    let turns: (String) -> String?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            ForEach(days, id: \.on) { day in
                if day.on != days.first?.on { Divider() }
                group(day).padding(Space.regular)
            }
        }
        .accessibilityElement(children: .contain)
        .modifier(Tagged(tag: tag))
    }

    private func group(_ day: ChangesOfDay) -> some View {
        VStack(alignment: .leading, spacing: Space.small) {
            VStack(alignment: .leading, spacing: Space.hair) {
                Plain(words.changesFrom(moments.date(day.on)), style: TypeTokens.titleSmall)
                if let turns = turns(day.on) { Small(turns) }
                if let near = day.nearness(words) {
                    StatusLine(icon: .clock, text: near, color: palette.ageing.text)
                }
            }
            .accessibilityElement(children: .combine)
            .accessibilityAddTraits(.isHeader)
            ForEach(Array(day.changes.enumerated()), id: \.offset) { _, change in
                StatusLine(
                    icon: change.begins ? .check : .close, text: change.sentence(reader, words),
                    color: palette.onSurface, style: TypeTokens.bodyMedium
                )
                .accessibilityElement(children: .combine)
            }
        }
    }

    private var days: [ChangesOfDay] { ChangesOfDay.group(changes) }
}

/// What changes for the person themselves.
struct OwnChangesScreen: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.ownChanges) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if changes.isEmpty {
                    Hint(words.changesNone)
                } else {
                    Changes(changes: changes, reader: .own, moments: stage.moments, turns: turns)
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.changesOwnTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private var changes: [AheadView] { stage.state.household?.ownChanges ?? [] }

    /// Only what a birthday ahead tells: the phone knows no more of one's age.
    private func turns(_ day: String) -> String? {
        stage.state.notices.lazy.compactMap { notice in
            guard case .birthday(nil, _, let age, let on) = notice, on == day else { return nil }
            return words.changesTurnsSelf("\(age)")
        }.first
    }
}
