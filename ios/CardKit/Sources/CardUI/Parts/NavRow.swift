import CardKit
import SwiftUI

/// A row that leads somewhere: a sign, its name, and perhaps a line about what is there.
struct NavRow: View {
    let icon: CardIcon?
    let name: String
    var hint: String?
    let tag: String
    var end: CardIcon? = .forward
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Button(action: action) {
            HStack(spacing: Space.regular) {
                if let icon, !textSize.isAccessibilitySize {
                    Icon(icon).foregroundStyle(palette.primary).frame(width: 28)
                }
                VStack(alignment: .leading, spacing: Space.hair) {
                    Plain(name, style: TypeTokens.bodyLarge)
                    if let hint { Small(hint) }
                }
                .multilineTextAlignment(.leading)
                Spacer(minLength: 0)
                if let end { Icon(end).foregroundStyle(palette.onSurfaceVariant) }
            }
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(minHeight: 60)
            .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(tag)
    }
}

/// A line between rows that begin with a sign.
struct RowLine: View {
    var body: some View { Divider().padding(.leading, 54) }
}

/// What few look for, folded away under its name.
struct Folded<Content: View>: View {
    let title: String
    var tag = ""
    @ViewBuilder let content: () -> Content
    @State private var isOpen = false
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            DisclosureGroup(isExpanded: $isOpen) {
                VStack(alignment: .leading, spacing: 0) { content() }.frame(maxWidth: .infinity, alignment: .leading)
            } label: {
                Plain(title, style: TypeTokens.titleSmall).frame(minHeight: Space.touch)
            }
            .tint(palette.onSurfaceVariant)
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.tiny)
            .modifier(Tagged(tag: tag))
        }
    }
}
