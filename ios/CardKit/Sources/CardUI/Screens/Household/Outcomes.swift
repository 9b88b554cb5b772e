import CardCore
import CardKit
import SwiftUI

/// What became of each child that was to get a card, and whose rules come next.
struct Outcomes: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        SectionTitle(words.addChildrenSummary)
        Sheet {
            ForEach(children, id: \.id) { child in
                if child.id != children.first?.id { RowLine() }
                row(child, child.outcome ?? .notAllowed)
            }
        }
        .onAppear { announce(spoken) }
        if let next {
            PrimaryButton(text: words.addChildrenSignFor(next.name), tag: Tag.signForChild, icon: .document) {
                stage.signFor(next.id)
            }
            QuietButton(text: words.addChildrenDone, tag: Tag.childrenDone) { stage.back() }
        } else {
            PrimaryButton(text: words.addChildrenDone, tag: Tag.childrenDone) { stage.back() }
        }
    }

    private func row(_ child: ChildView, _ outcome: ChildOutcome) -> some View {
        VStack(alignment: .leading, spacing: Space.hair) {
            Plain(child.name, style: TypeTokens.titleSmall)
            StatusLine(
                icon: icon(outcome), text: outcomeWords(outcome, words), color: color(outcome),
                style: TypeTokens.bodyMedium)
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
        .accessibilityLabel(words.addChildrenA11yOutcome(child.name, outcomeWords(outcome, words)))
        .accessibilityIdentifier(Tag.outcome(child.id))
    }

    private func icon(_ outcome: ChildOutcome) -> CardIcon {
        switch outcome {
        case .registered, .alreadyRegistered: .check
        case .signsAlone: .person
        case .tooYoung: .clock
        case .notAllowed: .info
        }
    }

    private func color(_ outcome: ChildOutcome) -> Color {
        switch outcome {
        case .registered, .alreadyRegistered: palette.fresh.text
        case .signsAlone, .tooYoung, .notAllowed: palette.ageing.text
        }
    }

    private var children: [ChildView] {
        stage.state.children.filter { stage.typed.picked.contains($0.id) }
    }

    private var spoken: String {
        children.map { child in
            words.addChildrenA11yOutcome(child.name, outcomeWords(child.outcome ?? .notAllowed, words))
        }.joined(separator: ". ")
    }

    private var next: ChildView? {
        let queue = stage.typed.queue ?? stage.state.toBeSigned(stage.typed.picked, stage.libraryForChildren)
        return queue.lazy.compactMap { stage.state.child($0) }.first
    }
}
