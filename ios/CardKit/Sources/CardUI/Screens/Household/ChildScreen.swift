import CardCore
import CardKit
import SwiftUI

/// One child: by what right the person acts, the card, the libraries, what changes when, and what was done.
struct ChildScreen: View {
    let stage: Stage
    let child: ChildView?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.child) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let child { shown(child) } else if stage.trouble == nil { gone }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLibraries() }
        .navigationTitle(child?.name ?? words.childrenTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    /// Why a child isn't here any more, nobody says.
    private var gone: some View {
        Empty(
            icon: .person, title: words.childrenNotAllowedTitle, text: words.childrenNotAllowedText,
            tag: Tag.childrenEmpty)
    }

    @ViewBuilder private func shown(_ child: ChildView) -> some View {
        VStack(alignment: .leading, spacing: Space.hair) {
            Hint(words.childrenAge("\(child.age)"))
            StatusLine(
                icon: .check, text: childBasis(child.basis, words), color: palette.onSurfaceVariant,
                style: TypeTokens.bodyMedium
            )
            .accessibilityElement(children: .combine)
            .accessibilityLabel("\(words.childBasis): \(childBasis(child.basis, words))")
        }
        ChildCard(child: child, stage: stage)
        ActFor(child: child, stage: stage, isPrimary: child.hasCard)
        libraries(child)
        if !child.changes.isEmpty {
            SectionTitle(words.changesTitle)
            Changes(
                changes: child.changes, reader: .guardian(of: child.name), moments: stage.moments,
                tag: Tag.childChanges
            ) { day in
                child.age(on: day, today: stage.moments.today).map { words.changesTurns("\($0)", child.name) }
            }
        }
        if child.may.contains(.seeLedger) {
            Sheet {
                NavRow(
                    icon: .receipt, name: words.childLedger, hint: words.childLedgerHint(child.name),
                    tag: Tag.childLedger
                ) { stage.openLedger(child.id) }
            }
        }
    }

    @ViewBuilder private func libraries(_ child: ChildView) -> some View {
        if child.hasCard || !child.relations.isEmpty {
            SectionTitle(words.childLibraries)
            Sheet {
                if child.relations.isEmpty { Hint(words.childNoLibraries(child.name)).padding(Space.regular) }
                ForEach(child.relations, id: \.profile.library.number) { relation in
                    if relation.profile.library.number != child.relations.first?.profile.library.number { Divider() }
                    ChildRelation(relation: relation, moments: stage.moments)
                }
            }
        }
    }
}

/// What the child is at a library, and what was signed there.
private struct ChildRelation: View {
    let relation: RelationView
    let moments: Moments
    @Environment(\.words) private var words

    var body: some View {
        VStack(alignment: .leading, spacing: 3) {
            Plain(relation.profile.library.name, style: TypeTokens.titleSmall)
            StandingLine(relation: relation, moments: moments)
            ForEach(signed, id: \.agreement) { agreement in
                Small(
                    "\(agreementWords(agreement.agreement, words)): "
                        + words.childSigned(agreement.signed.map { moments.day($0.signedAt) } ?? ""))
            }
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
    }

    private var signed: [AgreementView] { relation.agreements.filter { $0.signed != nil } }
}

/// The child's card: its number and the way to it, on whose phone it is, or the way to one.
private struct ChildCard: View {
    let child: ChildView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        SectionTitle(words.childCard)
        Sheet {
            VStack(alignment: .leading, spacing: Space.small) {
                if let card = child.card {
                    Text(card.groups.joined(separator: " "))
                        .type(TypeTokens.titleMedium)
                        .foregroundStyle(palette.onSurface)
                        .accessibilityLabel(card.spokenNumber(words))
                        .accessibilityIdentifier(Tag.cardNumber)
                    if card.barcode == nil || card.face == .stale { Small(child.cardState(words)) }
                    OutlineButton(text: words.childShowCard, tag: Tag.childCard, color: palette.primary) {
                        stage.showCard(.child(child.id))
                    }
                } else if !child.hasCard {
                    Hint(words.childNoCard(child.name))
                    if child.canActFor {
                        PrimaryButton(text: words.childAddCard(child.name), tag: Tag.addChildCard) {
                            stage.addChildren(child.id)
                        }
                    }
                } else if child.may.contains(.showCard) {
                    Hint(child.cardState(words))
                } else {
                    Hint(words.childOwnPhone(child.name))
                }
            }
            .padding(Space.regular)
        }
    }
}

/// The way to act for a child, or that one does.
struct ActFor: View {
    let child: ChildView
    let stage: Stage
    /// It is the one thing to do on this page.
    let isPrimary: Bool
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        if stage.state.actingFor == child.id {
            StatusLine(
                icon: .person, text: words.childActing(child.name), color: palette.primary,
                style: TypeTokens.bodyMedium)
        } else if child.canActFor && child.hasCard {
            if isPrimary {
                PrimaryButton(text: words.childActFor(child.name), tag: Tag.actFor) { stage.actions.actFor(child.id) }
            } else {
                QuietButton(text: words.cardsActFor(child.name), tag: Tag.actFor, icon: .person) {
                    stage.actions.actFor(child.id)
                }
            }
        }
    }
}
