import CardKit
import SwiftUI

/// The name of a group of things on a page: a heading too, so that a voice can go from one to the next.
struct SectionTitle: View {
    let text: String
    @Environment(\.palette) private var palette

    init(_ text: String) { self.text = text }

    var body: some View {
        Text(text)
            .type(TypeTokens.titleMedium)
            .foregroundStyle(palette.onBackground)
            .fixedSize(horizontal: false, vertical: true)
            .padding(.top, Space.small)
            .accessibilityAddTraits(.isHeader)
    }
}

/// Text of a page.
struct Plain: View {
    let text: String
    var style = TypeTokens.bodyLarge
    @Environment(\.palette) private var palette

    init(_ text: String, style: TypeStyle = TypeTokens.bodyLarge) {
        self.text = text
        self.style = style
    }

    var body: some View {
        Text(text)
            .type(style)
            .foregroundStyle(palette.onSurface)
            .fixedSize(horizontal: false, vertical: true)
    }
}

/// A line quieter than a hint.
struct Small: View {
    let text: String
    @Environment(\.palette) private var palette

    init(_ text: String) { self.text = text }

    var body: some View {
        Text(text)
            .type(TypeTokens.bodySmall)
            .foregroundStyle(palette.onSurfaceVariant)
            .fixedSize(horizontal: false, vertical: true)
    }
}

/// A state in words, with the sign that stands for it.
struct StatusLine: View {
    let icon: CardIcon
    let text: String
    let color: Color
    var style = TypeTokens.bodySmall

    var body: some View {
        HStack(alignment: .firstTextBaseline, spacing: 6) {
            Icon(icon).type(style)
            Text(text).type(style).fixedSize(horizontal: false, vertical: true)
        }
        .foregroundStyle(color)
    }
}

/// A thing with its name: a number, a language, a date. Read as one.
struct Fact: View {
    let name: String
    let value: String
    var spoken: String?

    var body: some View {
        VStack(alignment: .leading, spacing: Space.hair) {
            Small(name)
            Plain(value, style: TypeTokens.bodyMedium)
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .accessibilityElement(children: .combine)
        .accessibilityLabel(spoken ?? "\(name): \(value)")
    }
}
