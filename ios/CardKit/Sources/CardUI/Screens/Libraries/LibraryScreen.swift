import CardCore
import CardKit
import SwiftUI

/// One library: what the person is there, the one thing to do, its agreements, and how to reach it.
struct LibraryScreen: View {
    let stage: Stage
    let number: String?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.library) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let profile {
                    about(profile)
                    Here(profile: profile, relation: relation, stage: stage)
                    if profile.staffless { Staffless(profile: profile, relation: relation, stage: stage) }
                    if let relation { Agreements(relation: relation, stage: stage) }
                    Contact(profile: profile, actions: stage.actions)
                    branches(profile)
                    LibraryNumbers(profile: profile, child: stage.state.acting?.name)
                    if let relation, stage.state.acting == nil { ways(relation, profile) }
                } else if stage.trouble == nil {
                    Empty(icon: .library, title: words.libraryUnknown, tag: Tag.librariesEmpty)
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(profile?.library.name ?? words.tabsLibraries)
        .navigationBarTitleDisplayMode(.inline)
        .alert(words.libraryWithdrawTitle, isPresented: stage.asks(.withdraw)) {
            Button(words.libraryWithdrawConfirm, role: .destructive) {
                stage.opened = .library
                if let number { stage.actions.withdraw(number) }
            }
            .accessibilityIdentifier(Tag.withdrawConfirm)
            Button(words.libraryWithdrawCancel, role: .cancel) { stage.opened = .library }
                .accessibilityIdentifier(Tag.withdrawCancel)
        } message: {
            Text(words.libraryWithdrawText(profile?.library.name ?? "")).accessibilityIdentifier(Tag.withdrawDialog)
        }
    }

    /// Where it is, and whether it is open at all.
    @ViewBuilder private func about(_ profile: LibraryProfile) -> some View {
        Hint(profile.library.place)
        if let of = profile.branchOf {
            QuietButton(text: words.libraryBranchOf(of.name), tag: Tag.libraryRow(of.number), icon: .library) {
                stage.openLibrary(of.number)
            }
        }
        if let closing = profile.closing {
            Panel(
                icon: .block, title: closing.said(words, stage.moments),
                text: closing.forGood ? gone : nil, colors: palette.ageing
            ) {}
        }
    }

    /// Its branches, each a page of its own.
    @ViewBuilder private func branches(_ profile: LibraryProfile) -> some View {
        if !profile.branches.isEmpty {
            SectionTitle(words.libraryBranches)
            Sheet {
                ForEach(profile.branches, id: \.number) { branch in
                    if branch.number != profile.branches.first?.number { RowLine() }
                    NavRow(icon: .library, name: branch.name, hint: branch.place, tag: Tag.libraryRow(branch.number)) {
                        stage.openLibrary(branch.number)
                    }
                }
            }
        }
    }

    /// The seldom ways out: to take back what was asked for, and how one stops being a patron.
    @ViewBuilder private func ways(_ relation: RelationView, _ profile: LibraryProfile) -> some View {
        if relation.standing == .pending {
            QuietButton(text: words.libraryWithdraw, tag: Tag.withdraw) { stage.opened = .withdraw }
        }
        if [.active, .guest, .blocked].contains(relation.standing) {
            Folded(title: words.libraryLeaveTitle, tag: Tag.howToLeave) {
                VStack(alignment: .leading, spacing: Space.small) {
                    Hint(words.libraryLeaveText)
                    if let email = profile.email { Hint(email) }
                }
                .padding(Space.regular)
            }
        }
    }

    private var gone: String { stage.state.acting == nil ? words.closingGoneHint : words.actingGoneHint }
    private var relation: RelationView? { stage.relation(number) }
    private var profile: LibraryProfile? { stage.profile(number) }
}
