import CardCore
import CardKit
import SwiftUI

/// The card's face. Tapping it asks for the reader, when there is a code to read.
struct CardPicture: View {
    let card: CardView
    /// Children's cards have colours of their own, and the name larger.
    let isChild: Bool
    let open: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        CardFrame(colors: colors) {
            HStack(alignment: .firstTextBaseline, spacing: Space.small) {
                Text(words.cardWordmark).type(TypeTokens.wordmark)
                Spacer(minLength: 0)
                if isChild { Text(words.cardsChild).type(TypeTokens.labelMedium) }
            }
            .foregroundStyle(colors.ink)
            .padding(.horizontal, Self.edge)
            .padding(.top, 13)
            Spacer(minLength: 6)
            holder
            if let barcode = card.barcode {
                CodePanel(card: card, barcode: barcode)
            } else {
                NoCodePanel(card: card, colors: colors, isChild: isChild)
            }
        }
        .overlay { touch }
    }

    private var holder: some View {
        VStack(alignment: .leading, spacing: 0) {
            Text(card.name)
                .type(isChild ? TypeTokens.titleLarge : TypeTokens.holder)
                .foregroundStyle(colors.ink)
                .minimumScaleFactor(0.6)
                .fixedSize(horizontal: false, vertical: true)
            if let home = card.homeLibrary {
                Text(home.name).type(TypeTokens.holderDetail).foregroundStyle(colors.muted)
            }
        }
        .padding(.horizontal, Self.edge)
        .padding(.bottom, 11)
    }

    /// Lies over the picture, so that the whole card is one target and its parts stay separate for a voice.
    @ViewBuilder private var touch: some View {
        if card.barcode == nil {
            Color.clear
                .accessibilityElement()
                .accessibilityLabel(words.a11yCardOf(card.name))
                .accessibilityValue(faceWords(card.face, words))
                .accessibilityIdentifier(Tag.cardFace)
                .allowsHitTesting(false)
        } else {
            Button(action: open) {
                Color.clear.frame(minHeight: Space.touch).contentShape(RoundedRectangle(cornerRadius: 0))
            }
            .buttonStyle(.plain)
            .accessibilityLabel(words.a11yCardOf(card.name))
            .accessibilityValue(faceWords(card.face, words))
            .accessibilityHint(words.a11yOpenReader)
            .accessibilityIdentifier(Tag.cardFace)
        }
    }

    private var colors: FaceColors {
        switch card.face {
        case .fresh, .ageing: isChild ? palette.childFreshFace : palette.freshFace
        case .stale: isChild ? palette.childStaleFace : palette.staleFace
        case .expired, .ended, .blocked: isChild ? palette.childEndedFace : palette.endedFace
        }
    }

    static var edge: CGFloat { 18 }
}
