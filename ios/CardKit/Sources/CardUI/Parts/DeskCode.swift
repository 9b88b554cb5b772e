import CardKit
import SwiftUI

/// Black on white as the card's number, in two groups, read sign by sign.
struct DeskCode: View {
    let code: String
    /// What a voice says before its signs.
    let spoken: (String) -> String
    @Environment(\.palette) private var palette

    var body: some View {
        Text(code.replacingOccurrences(of: "-", with: " – "))
            .type(TypeTokens.displayMedium)
            .foregroundStyle(CodeColors.ink)
            .lineLimit(1)
            .minimumScaleFactor(0.4)
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.large)
            .frame(maxWidth: .infinity)
            .background(CodeColors.paper, in: shape)
            .overlay { shape.strokeBorder(palette.outlineVariant, lineWidth: 1) }
            .accessibilityLabel(spoken(digitByDigit(code.filter { $0 != "-" })))
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.large) }
}
