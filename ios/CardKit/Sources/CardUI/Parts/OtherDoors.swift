import CardCore
import CardKit
import SwiftUI

/// The doors beside the primary one.
struct OtherDoors: View {
    let actions: any AppActions
    let openForm: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            Text(words.signInOther).type(TypeTokens.labelMedium).foregroundStyle(palette.onSurfaceVariant)
            Sheet {
                DoorRow(icon: .school, name: words.signInFeide, about: words.signInFeideHint, tag: Tag.doorFeide) {
                    actions.signIn(.feide)
                }
                Divider().padding(.leading, 54)
                DoorRow(
                    icon: .card, name: words.signInNumber, about: words.signInNumberHint, tag: Tag.doorCardNumber,
                    action: openForm)
            }
        }
    }
}

private struct DoorRow: View {
    let icon: CardIcon
    let name: String
    let about: String
    let tag: String
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Button(action: action) {
            HStack(spacing: Space.regular) {
                if !textSize.isAccessibilitySize { Icon(icon).foregroundStyle(palette.primary) }
                VStack(alignment: .leading, spacing: 0) {
                    Text(name).type(TypeTokens.titleSmall).foregroundStyle(palette.onSurface)
                    Text(about).type(TypeTokens.bodySmall).foregroundStyle(palette.onSurfaceVariant)
                }
                .multilineTextAlignment(.leading)
                .fixedSize(horizontal: false, vertical: true)
                Spacer(minLength: 0)
                Icon(.forward).foregroundStyle(palette.onSurfaceVariant)
            }
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(minHeight: 64)
            .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(tag)
    }
}
