import CardCore
import CardKit
import SwiftUI

/// The code for the library's machine: white, only code, number and name. White at night too.
struct ReaderScreen: View {
    let card: CardView
    let barcode: Barcode
    /// The code runs down the screen's long side.
    let isTurned: Bool
    let turn: @MainActor (Bool) -> Void
    let close: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        GeometryReader { room in
            let tall = room.size.height > room.size.width
            ScrollView {
                VStack(spacing: Space.regular) {
                    bar(canTurn: tall)
                    heading(alone: isTurned && tall)
                    Bars(barcode: barcode, label: card.spokenBarcode(words) ?? "", turned: isTurned && tall)
                        .frame(
                            width: isTurned && tall ? 200 : nil,
                            height: isTurned && tall
                                ? max(200, room.size.height - 260) : min(220, max(110, room.size.height * 0.28)))
                    CardNumber(card: card, color: CodeColors.ink, style: TypeTokens.numberLarge)
                    Text(card.name)
                        .type(TypeTokens.titleMedium)
                        .foregroundStyle(quiet)
                        .multilineTextAlignment(.center)
                        .padding(.bottom, Space.large)
                }
                .frame(maxWidth: .infinity, minHeight: room.size.height)
            }
            .scrollBounceBehavior(.basedOnSize)
        }
        .background(CodeColors.paper)
        .preferredColorScheme(.light)
        .accessibilityIdentifier(Tag.reader)
    }

    private func bar(canTurn: Bool) -> some View {
        HStack {
            act(words.readerClose, .close, Tag.readerClose, action: close)
            Spacer(minLength: 0)
            if canTurn {
                act(words.cardShowLarge, .reader, Tag.readerTurn) { turn(!isTurned) }
                    .accessibilityAddTraits(isTurned ? [.isToggle, .isSelected] : .isToggle)
            }
        }
        .padding(Space.tiny)
    }

    @ViewBuilder private func heading(alone: Bool) -> some View {
        Text(words.readerTitle)
            .type(TypeTokens.titleLarge)
            .foregroundStyle(CodeColors.ink)
            .multilineTextAlignment(.center)
            .accessibilityAddTraits(.isHeader)
        if !alone {
            Text(words.readerHold)
                .type(TypeTokens.bodyLarge)
                .foregroundStyle(quiet)
                .multilineTextAlignment(.center)
                .padding(.bottom, Space.regular)
        }
    }

    private func act(_ text: String, _ icon: CardIcon, _ tag: String, action: @escaping @MainActor () -> Void)
        -> some View
    {
        Button(action: action) {
            HStack(spacing: Space.small) {
                Icon(icon)
                Text(text).type(TypeTokens.labelLarge)
            }
            .foregroundStyle(CodeColors.ink)
            .padding(.horizontal, Space.medium)
            .frame(minHeight: 56)
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(tag)
    }

    private var quiet: Color { Palette.light.onSurfaceVariant }
}
