import CardKit
import SwiftUI

/// PIN or password: two halves of one switch, which grow with the text and lie under each other when they must.
struct KindSwitch: View {
    @Binding var kind: CardForm.Knows
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        ViewThatFits(in: .horizontal) {
            HStack(spacing: Space.tiny) { halves }
            VStack(spacing: Space.tiny) { halves }
        }
        .padding(Space.tiny)
        .background(palette.surfaceContainerHigh, in: RoundedRectangle(cornerRadius: Radius.medium))
        .accessibilityElement(children: .contain)
        .accessibilityLabel(words.cardFormKind)
    }

    @ViewBuilder private var halves: some View {
        half(.pin, words.cardFormPin, Tag.kindPin)
        half(.password, words.cardFormPassword, Tag.kindPassword)
    }

    private func half(_ half: CardForm.Knows, _ name: String, _ tag: String) -> some View {
        let isChosen = kind == half
        return Button {
            kind = half
        } label: {
            Text(name)
                .type(TypeTokens.labelLarge)
                .multilineTextAlignment(.center)
                .padding(.horizontal, Space.medium)
                .frame(maxWidth: .infinity, minHeight: Space.touch)
                .foregroundStyle(isChosen ? palette.onSurface : palette.onSurfaceVariant)
                .background(isChosen ? palette.surfaceContainerLowest : .clear, in: shape)
                .contentShape(shape)
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(isChosen ? .isSelected : [])
        .accessibilityIdentifier(tag)
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.small + 2) }
}
