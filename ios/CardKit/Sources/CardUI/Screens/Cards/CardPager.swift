import CardCore
import CardKit
import SwiftUI

/// The cards side by side; where a swipe comes to rest is remembered.
struct CardPager: View {
    let stage: Stage
    let pages: [CardPage]
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(spacing: 0) {
            TabView(selection: selection) {
                ForEach(pages, id: \.whose) { page in
                    CardScreen(page: page, stage: stage).tag(page.whose)
                }
            }
            .tabViewStyle(.page(indexDisplayMode: .never))
            bar
        }
        .background(palette.background)
    }

    private var bar: some View {
        HStack(spacing: Space.regular) {
            dots
            Spacer(minLength: 0)
            Button {
                stage.open(.cards)
            } label: {
                Text(words.cardsOpen)
                    .type(TypeTokens.labelLarge)
                    .foregroundStyle(palette.primary)
                    .frame(minWidth: Space.touch, minHeight: Space.touch)
            }
            .buttonStyle(.plain)
            .accessibilityIdentifier(Tag.allCards)
        }
        .padding(.horizontal, Space.regular)
    }

    private var dots: some View {
        HStack(spacing: Space.small) {
            ForEach(Array(pages.indices), id: \.self) { index in
                RoundedRectangle(cornerRadius: 4)
                    .fill(index == at ? palette.primary : palette.outlineVariant)
                    .frame(width: index == at ? 20 : 8, height: 8)
            }
        }
        .frame(minHeight: Space.touch)
        .accessibilityElement()
        .accessibilityLabel(words.cardsA11yPage("\(at + 1)", "\(pages.count)"))
        .accessibilityAdjustableAction { direction in
            switch direction {
            case .increment: turn(to: at + 1)
            case .decrement: turn(to: at - 1)
            @unknown default: return
            }
        }
        .accessibilityIdentifier(Tag.cardDots)
    }

    private func turn(to index: Int) {
        if pages.indices.contains(index) { stage.settle(pages[index].whose) }
    }

    private var shown: CardOf { stage.state.shownCard(stage.typed)?.whose ?? .own }
    private var at: Int { pages.firstIndex { $0.whose == shown } ?? 0 }

    private var selection: Binding<CardOf> {
        Binding(get: { shown }, set: { if $0 != shown { stage.settle($0) } })
    }
}
