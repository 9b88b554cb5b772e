import CardKit
import SwiftUI

/// Nothing is here: a picture, one sentence, and perhaps what to do.
struct Empty: View {
    let icon: CardIcon
    let title: String
    var text: String?
    let tag: String
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(spacing: Space.regular) {
            Icon(icon)
                .type(TypeTokens.headlineLarge)
                .foregroundStyle(palette.onPrimaryContainer)
                .padding(Space.large)
                .background(palette.primaryContainer, in: RoundedRectangle(cornerRadius: 60))
            Plain(title, style: TypeTokens.titleMedium).multilineTextAlignment(.center)
            if let text { Hint(text).multilineTextAlignment(.center) }
        }
        .frame(maxWidth: .infinity)
        .padding(.vertical, Space.huge)
        .accessibilityElement(children: .combine)
        .accessibilityIdentifier(tag)
    }
}

/// Something that waits for the person: what, why, and the button for it.
struct Panel<Content: View>: View {
    let icon: CardIcon
    let title: String
    var text: String?
    let colors: StatusColors
    var tag = ""
    @ViewBuilder let content: () -> Content
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        VStack(alignment: .leading, spacing: Space.medium) {
            HStack(alignment: .top, spacing: Space.medium) {
                if !textSize.isAccessibilitySize { Icon(icon).foregroundStyle(colors.text) }
                VStack(alignment: .leading, spacing: Space.hair) {
                    Text(title).type(TypeTokens.titleSmall).foregroundStyle(colors.text)
                        .accessibilityAddTraits(.isHeader)
                    if let text { Plain(text, style: TypeTokens.bodyMedium) }
                }
                .fixedSize(horizontal: false, vertical: true)
            }
            content()
        }
        .padding(Space.regular)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(colors.container, in: RoundedRectangle(cornerRadius: Radius.large))
        .modifier(Tagged(tag: tag))
    }
}

/// A name for tests, where there is one.
struct Tagged: ViewModifier {
    let tag: String

    func body(content: Content) -> some View {
        if tag.isEmpty { content } else { content.accessibilityIdentifier(tag) }
    }
}
