import CardCore
import CardKit
import SwiftUI

/// What the person is at this library, and the one thing to do about it.
struct Here: View {
    let profile: LibraryProfile
    let relation: RelationView?
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            VStack(alignment: .leading, spacing: Space.small) {
                if let relation, relation.standing != .none {
                    StandingLine(relation: relation, moments: stage.moments, style: TypeTokens.titleSmall)
                    if let hint = relation.hint(words, child: child?.name) { Hint(hint) }
                    if relation.home {
                        StatusLine(
                            icon: .home, text: child == nil ? words.libraryIsHome : words.cardHomeLibrary,
                            color: palette.primary)
                    }
                } else {
                    Hint(words.standingNone)
                }
                deed
            }
            .padding(Space.regular)
            if child == nil, let relation, !relation.home, relation.standing == .active, !profile.isGone {
                Divider()
                QuietButton(
                    text: stage.state.asking ? words.libraryMakingHome : words.libraryMakeHome, tag: Tag.makeHome,
                    icon: .home, isEnabled: !stage.state.asking
                ) { stage.actions.chooseHome(number) }
                .padding(.vertical, Space.tiny)
            }
        }
        .onChange(of: relation?.home) { before, now in
            guard before == false, now == true else { return }
            announce(words.libraryHomeDone(profile.library.name))
        }
    }

    /// The one thing to do here, when there is one.
    @ViewBuilder private var deed: some View {
        if !profile.isGone && relation?.canJoin != false {
            Hint(profile.activation == .digital ? words.libraryJoinDigital : words.libraryJoinInPerson)
            PrimaryButton(text: child.map { words.actingJoin($0.name) } ?? words.libraryJoin, tag: Tag.join) {
                stage.read([number])
            }
        } else if relation?.deskCode != nil {
            PrimaryButton(text: words.libraryShowCode, tag: Tag.showDeskCode(number)) { stage.showDeskCode(number) }
        } else if let new = relation?.agreements.first(where: { $0.signed != nil && $0.mustBeSigned != nil }) {
            PrimaryButton(text: words.libraryReadNew, tag: Tag.readNew(number)) { stage.read([number], new.agreement) }
        }
    }

    /// For whom the person acts.
    private var child: ChildView? { stage.state.acting }
    private var number: String { profile.library.number }
}

/// Coming in when nobody is at work: a second agreement, for patrons.
struct Staffless: View {
    let profile: LibraryProfile
    let relation: RelationView?
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        SectionTitle(words.libraryStafflessTitle)
        Sheet {
            VStack(alignment: .leading, spacing: Space.small) {
                if let signed = relation?.agreement(.staffless)?.signed {
                    StatusLine(
                        icon: signed.confirmed ? .check : .clock,
                        text: signed.confirmed ? has : words.libraryStafflessWaiting,
                        color: signed.confirmed ? palette.fresh.text : palette.ageing.text)
                } else {
                    Hint(child.map { words.actingStafflessText($0.name) } ?? words.libraryStafflessText)
                    if relation?.standing == .active && maySign {
                        OutlineButton(
                            text: words.libraryStafflessRead, tag: Tag.readStaffless, color: palette.primary
                        ) {
                            stage.read([profile.library.number], .staffless)
                        }
                    } else {
                        Hint(words.libraryStafflessPatrons)
                    }
                }
            }
            .padding(Space.regular)
        }
    }

    private var child: ChildView? { stage.state.acting }
    private var maySign: Bool { child?.may.contains(.signStaffless) ?? true }
    private var has: String {
        child.map { words.actingStafflessSigned($0.name) } ?? words.libraryStafflessSigned
    }
}
