import SwiftUI

/// A group of things that belong together, lying on the page.
struct Sheet<Content: View>: View {
    @ViewBuilder let content: () -> Content
    @Environment(\.palette) private var palette
    @Environment(\.colorScheme) private var mode

    var body: some View {
        VStack(alignment: .leading, spacing: 0) { content() }
            .frame(maxWidth: .infinity, alignment: .leading)
            .background(ground, in: shape)
            .overlay { shape.strokeBorder(palette.outlineVariant.opacity(0.6), lineWidth: 1) }
    }

    private var ground: Color { mode == .dark ? palette.surfaceContainer : palette.surfaceContainerLowest }
    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.large) }
}

/// A place: on paper, in the middle of a wide window, scrolling when it must.
struct Page<Content: View>: View {
    let tag: String
    @ViewBuilder let content: () -> Content
    @Environment(\.palette) private var palette

    var body: some View {
        ScrollView {
            VStack(alignment: .leading, spacing: 0) { content() }
                .padding(.horizontal, Space.regular)
                .frame(maxWidth: Space.contentMax)
                .frame(maxWidth: .infinity)
        }
        .scrollBounceBehavior(.basedOnSize)
        .background(palette.background)
        .accessibilityIdentifier(tag)
    }
}

/// The screen's one heading, where there is no navigation bar to say it.
struct Heading: View {
    let text: String
    var style = TypeTokens.headlineMedium
    @Environment(\.palette) private var palette

    var body: some View {
        Text(text)
            .type(style)
            .foregroundStyle(palette.onBackground)
            .minimumScaleFactor(0.6)
            .fixedSize(horizontal: false, vertical: true)
            .accessibilityAddTraits(.isHeader)
    }
}
