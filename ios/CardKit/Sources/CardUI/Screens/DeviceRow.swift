import CardCore
import CardKit
import SwiftUI

/// A sign-in: on what, through which door, since when, and when it was last seen.
struct DeviceRow: View {
    let device: DeviceView
    /// Its end is on the way.
    let isEnding: Bool
    let moments: Moments
    let end: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            facts
            if !device.current {
                QuietButton(
                    text: isEnding ? words.devicesEnding : words.devicesEnd, tag: Tag.endDevice(device.id),
                    isEnabled: !isEnding, action: end
                )
                .accessibilityLabel(isEnding ? words.devicesEnding : words.devicesA11yEnd(deviceName(device, words)))
            }
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, 14)
    }

    private var facts: some View {
        HStack(alignment: .top, spacing: Space.regular) {
            if !textSize.isAccessibilitySize {
                Icon(.device).foregroundStyle(device.current ? palette.primary : palette.onSurfaceVariant)
            }
            VStack(alignment: .leading, spacing: Space.hair) {
                if device.current {
                    Text(words.devicesThis).type(TypeTokens.labelMedium).foregroundStyle(palette.primary)
                }
                Text(deviceName(device, words)).type(TypeTokens.titleSmall).foregroundStyle(palette.onSurface)
                HStack(spacing: 6) {
                    if !textSize.isAccessibilitySize {
                        Icon(icon).type(TypeTokens.bodySmall).foregroundStyle(palette.onSurfaceVariant)
                    }
                    small(doorWords(device.door, words))
                }
                small(words.devicesSignedIn(moments.at(device.signedInAt)))
                small(lastSeen(device, words, moments))
            }
            .fixedSize(horizontal: false, vertical: true)
        }
        .accessibilityElement(children: .combine)
        .accessibilityIdentifier(Tag.device(device.id))
    }

    private func small(_ text: String) -> some View {
        Text(text).type(TypeTokens.bodySmall).foregroundStyle(palette.onSurfaceVariant)
    }

    private var icon: CardIcon {
        switch device.door {
        case .idPorten: .person
        case .feide: .school
        case .cardNumber: .card
        }
    }
}
