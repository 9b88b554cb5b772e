import CardCore
import CardKit
import SwiftUI

/// The code for the desk, large; it turns to done by itself when the library has confirmed.
struct DeskCodeScreen: View {
    let stage: Stage
    let number: String?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.deskCode) {
            VStack(alignment: .leading, spacing: Space.regular) {
                StageTrouble(stage: stage)
                if isDone {
                    done
                } else if let signed, !isExpired {
                    waiting(signed)
                } else {
                    Panel(
                        icon: .clock, title: words.deskCodeExpired, text: words.deskCodeExpiredText,
                        colors: palette.ageing
                    ) {}
                    PrimaryButton(text: words.deskCodeSignAgain, tag: Tag.join) {
                        if let number { stage.read([number], waitingFor) }
                    }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.deskCodeTitle)
        .navigationBarTitleDisplayMode(.inline)
        .onChange(of: isDone) { _, isDone in
            if isDone {
                announce("\(doneTitle). \(words.deskCodeDoneText(name))")
            }
        }
    }

    /// The library has said yes.
    @ViewBuilder private var done: some View {
        VStack(spacing: Space.small) {
            Icon(.check)
                .type(TypeTokens.displaySmall)
                .foregroundStyle(palette.fresh.text)
                .padding(Space.large)
                .background(palette.fresh.container, in: RoundedRectangle(cornerRadius: 60))
            Heading(text: doneTitle, style: TypeTokens.headlineSmall)
            Plain(words.deskCodeDoneText(name)).multilineTextAlignment(.center)
        }
        .frame(maxWidth: .infinity)
        .padding(.vertical, Space.huge)
        .accessibilityElement(children: .combine)
        .accessibilityIdentifier(Tag.deskCodeDone)
        PrimaryButton(text: words.deskCodeClose, tag: Tag.tripDone) { stage.back() }
    }

    @ViewBuilder private func waiting(_ signed: SignedView) -> some View {
        Plain(words.deskCodeSay(name))
        DeskCode(code: signed.deskCode ?? "", spoken: words.deskCodeA11yCode)
        status
        SectionTitle(words.deskCodeBring)
        Sheet {
            VStack(alignment: .leading, spacing: Space.small) {
                StatusLine(
                    icon: .person, text: words.deskCodeBringId, color: palette.onSurface, style: TypeTokens.bodyMedium)
                Small(words.deskCodeBringChild)
            }
            .padding(Space.regular)
            if let card = child == nil ? stage.state.card : child?.card {
                Divider()
                Fact(
                    name: words.deskCodeNumber, value: card.groups.joined(separator: " "),
                    spoken: "\(words.deskCodeNumber): \(digitByDigit(card.number))")
            }
        }
        if let until = signed.deskCodeUntil { Hint(words.deskCodeUntil(stage.moments.at(until))) }
    }

    private var status: some View {
        HStack(alignment: .top, spacing: Space.medium) {
            if isOffline { Icon(.offline) } else { Pulse(color: palette.fresh.text) }
            VStack(alignment: .leading, spacing: Space.hair) {
                if isOffline {
                    Text(words.deskCodeOffline).type(TypeTokens.bodyMedium)
                } else {
                    Text(words.deskCodeWaiting).type(TypeTokens.titleSmall)
                    Small(words.deskCodeWaitingHint)
                }
            }
            .fixedSize(horizontal: false, vertical: true)
        }
        .foregroundStyle(isOffline ? palette.offline.text : palette.fresh.text)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.updatesFrequently)
        .accessibilityIdentifier(Tag.deskCodeWaiting)
    }

    /// For whom the person acts.
    private var child: ChildView? { stage.state.acting }
    private var doneTitle: String { child.map { words.deskCodeDoneChild($0.name) } ?? words.deskCodeDone }
    private var isOffline: Bool { stage.state.offline && stage.trouble == nil }
    private var isDone: Bool { relation?.standing == .active && signed == nil }
    private var isExpired: Bool { signed?.deskCodeUntil.map(stage.moments.isBehind) ?? false }
    private var signed: SignedView? { relation?.deskCode }
    private var waitingFor: Agreement {
        relation?.agreements.first { $0.signed?.confirmed == false }?.agreement ?? .rules
    }
    private var relation: RelationView? { stage.relation(number) }
    private var name: String { stage.profile(number)?.library.name ?? "" }
}
