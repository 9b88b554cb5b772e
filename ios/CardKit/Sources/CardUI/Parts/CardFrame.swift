import SwiftUI

/// The card as an object: real proportions, taller only when large text needs it, never wider than a real card.
struct CardFrame<Content: View>: View {
    let colors: FaceColors
    @ViewBuilder let content: () -> Content
    @State private var width: CGFloat = 0
    @Environment(\.colorSchemeContrast) private var contrast
    @Environment(\.palette) private var palette

    /// A real card's width, at 160 points an inch.
    private static var realWidth: CGFloat { CardSize.widthMm / 25.4 * 160 }

    var body: some View {
        VStack(alignment: .leading, spacing: 0) { content() }
            .frame(maxWidth: .infinity, minHeight: width / CardSize.aspect, alignment: .topLeading)
            .background { Sea(colors: colors) }
            .clipShape(shape)
            .overlay {
                if contrast == .increased { shape.strokeBorder(palette.outline, lineWidth: 2) }
            }
            .shadow(color: colors.top.opacity(0.3), radius: 8, y: 3)
            .onGeometryChange(for: CGFloat.self) {
                $0.size.width
            } action: {
                width = $0
            }
            .frame(maxWidth: Self.realWidth)
            .frame(maxWidth: .infinity)
    }

    private var shape: RoundedRectangle {
        RoundedRectangle(cornerRadius: max(width, 1) * CardSize.cornerMm / CardSize.widthMm)
    }
}

/// The card's ground: the sea from deep to shallow, and bars that stand in it like a swell, clearer to the right.
private struct Sea: View {
    let colors: FaceColors

    var body: some View {
        ZStack {
            LinearGradient(colors: [colors.top, colors.bottom], startPoint: .topLeading, endPoint: .bottomTrailing)
            Canvas { context, size in
                for index in 0...Int(size.width / Self.step) {
                    let x = CGFloat(index) * Self.step
                    let far = x / size.width
                    let wave = sin(far * 2.3 * .pi + 0.6) * 0.6 + sin(far * 5.1 * .pi) * 0.4
                    let width = Self.step * Self.widths[index % Self.widths.count]
                    let bar = CGRect(x: x, y: -width, width: width, height: size.height * (0.34 + 0.2 * wave))
                    context.opacity = 0.05 + 0.29 * far * far
                    context.fill(Path(roundedRect: bar, cornerRadius: width / 2), with: .color(colors.pattern))
                }
            }
        }
        .accessibilityHidden(true)
    }

    private static var step: CGFloat { 9 }
    private static var widths: [CGFloat] { [0.16, 0.34, 0.16, 0.22, 0.5, 0.16, 0.34] }
}
