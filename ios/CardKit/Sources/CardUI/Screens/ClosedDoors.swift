import SwiftUI

/// The doors that don't open yet: there to be known, each with its reason.
struct ClosedDoors: View {
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            Text(words.signInOther).type(TypeTokens.labelMedium).foregroundStyle(palette.onSurfaceVariant)
            Sheet {
                ClosedDoor(icon: .person, name: words.signInFeide, why: words.signInFeideHint, tag: Tag.doorFeide)
                Divider().padding(.leading, 54)
                ClosedDoor(icon: .card, name: words.signInNumber, why: words.signInNumberHint, tag: Tag.doorCardNumber)
            }
        }
    }
}

private struct ClosedDoor: View {
    let icon: CardIcon
    let name: String
    let why: String
    let tag: String
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.regular) {
            Icon(icon)
            VStack(alignment: .leading, spacing: 0) {
                Text(name).type(TypeTokens.titleSmall)
                Text(why).type(TypeTokens.bodySmall)
            }
            .fixedSize(horizontal: false, vertical: true)
        }
        .foregroundStyle(palette.onSurfaceVariant)
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(minHeight: 64)
        .accessibilityElement(children: .combine)
        .accessibilityAddTraits(.isButton)
        .accessibilityValue(words.a11yDisabled)
        .disabled(true)
        .accessibilityIdentifier(tag)
    }
}
