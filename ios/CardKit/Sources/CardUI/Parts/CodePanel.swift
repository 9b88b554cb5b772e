import CardCore
import CardKit
import SwiftUI

/// Black on white by day and night, with the number under the bars.
struct CodePanel: View {
    let card: CardView
    let barcode: Barcode
    @Environment(\.words) private var words

    var body: some View {
        VStack(spacing: 3) {
            // About 15 mm: what a tired reader needs. Not scaled by text size.
            Bars(barcode: barcode, label: card.spokenBarcode(words) ?? "").frame(maxWidth: .infinity).frame(height: 92)
            CardNumber(card: card, color: CodeColors.ink, style: TypeTokens.number)
        }
        .padding(.top, 11)
        .padding(.bottom, 7)
        .frame(maxWidth: .infinity)
        .background(CodeColors.paper)
    }
}

/// In the code's place: why there is none, and the number, which the library asks for.
struct NoCodePanel: View {
    let card: CardView
    let colors: FaceColors
    let isChild: Bool
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.regular) {
            CardNumber(card: card, color: colors.muted, style: TypeTokens.number).padding(.horizontal, CardPicture.edge)
            HStack(spacing: Space.medium) {
                Icon(.block)
                VStack(alignment: .leading, spacing: 2) {
                    Text(why.title).type(TypeTokens.titleMedium)
                    if let text = why.text { Text(text).type(TypeTokens.bodyMedium) }
                }
                .fixedSize(horizontal: false, vertical: true)
            }
            .foregroundStyle(status.text)
            .padding(.horizontal, CardPicture.edge)
            .padding(.vertical, Space.regular)
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(status.container)
        }
    }

    private var why: (title: String, text: String?) { noCodeWords(card.face, words, isChild: isChild) }
    private var status: StatusColors { card.face == .blocked ? palette.blocked : palette.ended }
}

/// The number in groups, with figures of one width, on one line, read aloud sign by sign.
struct CardNumber: View {
    let card: CardView
    let color: Color
    let style: TypeStyle
    @Environment(\.words) private var words

    var body: some View {
        Text(card.groups.joined(separator: " "))
            .type(style)
            .foregroundStyle(color)
            .lineLimit(1)
            .minimumScaleFactor(0.4)
            .padding(.horizontal, Space.medium)
            .accessibilityLabel(card.spokenNumber(words))
            .accessibilityIdentifier(Tag.cardNumber)
    }
}
