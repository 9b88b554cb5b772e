import CardCore
import CardKit
import SwiftUI

/// What changes for the person since they signed, before the text itself: in words, with figures, and from when.
struct WhatsNew: View {
    let changes: ChangesView
    let rules: RulesView
    let agreement: Agreement
    let moments: Moments
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.medium) {
            Text(words.tripWhatsNew(moments.date(changes.signedAt)))
                .type(TypeTokens.titleMedium)
                .foregroundStyle(palette.ageing.text)
                .accessibilityAddTraits(.isHeader)
            if changes.items.isEmpty { Plain(words.tripNothingNew, style: TypeTokens.bodyMedium) }
            ForEach(Array(changes.items.enumerated()), id: \.offset) { _, item in Item(item: item) }
            Plain(holds, style: TypeTokens.bodyMedium)
            if let consequence = consequence(rules, agreement, words, moments) {
                Plain(consequence, style: TypeTokens.bodyMedium)
            }
        }
        .fixedSize(horizontal: false, vertical: true)
        .padding(Space.regular)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(palette.ageing.container, in: RoundedRectangle(cornerRadius: Radius.large))
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier(Tag.whatsNew)
    }

    private var holds: String {
        let day = moments.day(rules.validFrom)
        return moments.hasCome(rules.validFrom) ? words.tripHoldsSince(day) : words.tripHoldsFrom(day)
    }
}

/// One thing that changes; the old figure is struck, and both are said.
private struct Item: View {
    let item: ChangeView
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.hair) {
            if !item.heading.isEmpty { Plain(item.heading, style: TypeTokens.titleSmall) }
            if let both {
                ViewThatFits(in: .horizontal) {
                    HStack(spacing: Space.small) { parts(both) }
                    VStack(alignment: .leading) { parts(both) }
                }
            } else {
                Plain(changeWords(item.change, words), style: TypeTokens.bodyMedium)
            }
            StatusLine(
                icon: item.severity.icon, text: severityWords(item.severity, words), color: palette.onSurfaceVariant)
        }
        .padding(Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(palette.surfaceContainerLowest, in: RoundedRectangle(cornerRadius: Radius.small))
        .accessibilityElement()
        .accessibilityLabel(spoken)
    }

    @ViewBuilder private func parts(_ both: (old: String, new: String)) -> some View {
        Text(both.old).strikethrough().type(TypeTokens.bodyLarge).foregroundStyle(palette.onSurfaceVariant)
        Icon(.forward).foregroundStyle(palette.onSurfaceVariant)
        Text(both.new).fontWeight(.semibold).type(TypeTokens.bodyLarge).foregroundStyle(palette.onSurface)
    }

    private var both: (old: String, new: String)? { figures(item.change, words) }

    private var spoken: String {
        let what = both.map { words.changeA11yFigures($0.new, $0.old) } ?? changeWords(item.change, words)
        return [item.heading, severityWords(item.severity, words), what].filter { !$0.isEmpty }.joined(separator: ". ")
    }
}
