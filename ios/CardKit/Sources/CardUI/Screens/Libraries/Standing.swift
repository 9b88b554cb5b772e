import CardCore
import CardKit
import SwiftUI

/// What the person is at a library, in words with a sign.
struct StandingLine: View {
    let relation: RelationView
    let moments: Moments
    var style = TypeTokens.bodySmall
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        StatusLine(
            icon: relation.standing.icon, text: standingSince(relation.standing, relation.since, words, moments),
            color: relation.standing.color(palette), style: style
        )
        .accessibilityIdentifier(Tag.relation(relation.profile.library.number))
    }
}

/// When a library is closed.
struct ClosingLine: View {
    let closing: ClosingView
    let moments: Moments
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        StatusLine(icon: .block, text: closing.said(words, moments), color: palette.ageing.text)
    }
}

extension Standing {
    /// The sign of it; its words say the same.
    var icon: CardIcon {
        switch self {
        case .active: .check
        case .pending: .clock
        case .guest: .person
        case .blocked: .block
        case .ended, .none: .info
        }
    }

    @MainActor
    func color(_ palette: Palette) -> Color {
        switch self {
        case .active: palette.fresh.text
        case .pending: palette.ageing.text
        case .guest: palette.offline.text
        case .blocked: palette.blocked.text
        case .ended, .none: palette.ended.text
        }
    }
}
