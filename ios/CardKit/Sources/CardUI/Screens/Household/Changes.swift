import CardCore
import CardKit
import SwiftUI

/// What changes when, the nearest day first: who may do what from then on.
struct Changes: View {
    let changes: [AheadView]
    let reader: Reader
    let moments: Moments
    let tag: String
    /// Who turns how old on a day, where that is known.
    let turns: (String) -> String?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            if days.isEmpty { Hint(words.changesNone).padding(Space.regular) }
            ForEach(days, id: \.on) { day in
                if day.on != days.first?.on { Divider() }
                group(day).padding(Space.regular)
            }
        }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier(tag)
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
                Changes(
                    changes: stage.state.household?.ownChanges ?? [], reader: .own, moments: stage.moments,
                    tag: Tag.childChanges, turns: turns)
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.changesOwnTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    /// Only what a birthday ahead tells: the phone knows no more of one's age.
    private func turns(_ day: String) -> String? {
        stage.state.notices.lazy.compactMap { notice in
            if case .birthday(nil, _, let age, day) = notice { words.changesTurnsSelf("\(age)") } else { nil }
        }.first
    }
}
