import SwiftUI

/// A quiet message on a tinted ground.
struct Notice: View {
    let icon: CardIcon
    let text: String
    let colors: StatusColors
    let tag: String

    var body: some View {
        HStack(alignment: .top, spacing: Space.medium) {
            Icon(icon)
            Text(text).type(TypeTokens.bodyMedium).fixedSize(horizontal: false, vertical: true)
        }
        .foregroundStyle(colors.text)
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(maxWidth: .infinity, alignment: .leading)
        .background(colors.container, in: RoundedRectangle(cornerRadius: Radius.medium))
        .accessibilityIdentifier(tag)
    }
}
