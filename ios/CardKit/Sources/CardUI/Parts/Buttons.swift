import SwiftUI

/// The one thing to do: the only place of the accent.
struct PrimaryButton: View {
    let text: String
    let tag: String
    var icon: CardIcon?
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: action) {
            ButtonLabel(text: text, icon: icon)
                .frame(maxWidth: .infinity, minHeight: 56)
                .foregroundStyle(palette.onPrimary)
                .background(palette.primary, in: RoundedRectangle(cornerRadius: Radius.medium))
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(tag)
    }
}

/// The one thing to do, which takes a while. While it does, it says so.
struct BusyButton: View {
    let text: String
    let busyText: String
    let tag: String
    let isBusy: Bool
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: action) {
            HStack(spacing: Space.small) {
                if isBusy { ProgressView().accessibilityHidden(true) }
                ButtonLabel(text: isBusy ? busyText : text, icon: nil)
            }
            .frame(maxWidth: .infinity, minHeight: 56)
            .foregroundStyle(isBusy ? palette.onSurfaceVariant : palette.onPrimary)
            .background(
                isBusy ? palette.surfaceContainerHigh : palette.primary,
                in: RoundedRectangle(cornerRadius: Radius.medium))
        }
        .buttonStyle(.plain)
        .disabled(isBusy)
        .accessibilityIdentifier(tag)
    }
}

/// Something that can be done, in the colour of where it stands.
struct OutlineButton: View {
    let text: String
    let tag: String
    let color: Color
    let action: @MainActor () -> Void

    var body: some View {
        Button(action: action) {
            ButtonLabel(text: text, icon: nil)
                .frame(minHeight: Space.touch)
                .foregroundStyle(color)
                .overlay {
                    RoundedRectangle(cornerRadius: Radius.medium).strokeBorder(color.opacity(0.55), lineWidth: 1.5)
                }
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(tag)
    }
}

/// Something that can be done and seldom is.
struct QuietButton: View {
    let text: String
    let tag: String
    var icon: CardIcon?
    var isEnabled = true
    let action: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: action) {
            ButtonLabel(text: text, icon: icon)
                .frame(maxWidth: .infinity, minHeight: Space.touch)
                .foregroundStyle(isEnabled ? palette.primary : palette.onSurfaceVariant)
                .contentShape(RoundedRectangle(cornerRadius: Radius.medium))
        }
        .buttonStyle(.plain)
        .disabled(!isEnabled)
        .accessibilityIdentifier(tag)
    }
}

private struct ButtonLabel: View {
    let text: String
    let icon: CardIcon?

    var body: some View {
        HStack(spacing: Space.small) {
            if let icon { Icon(icon) }
            Text(text).type(TypeTokens.labelLarge).multilineTextAlignment(.center)
        }
        .padding(.horizontal, 20)
        .padding(.vertical, 10)
    }
}
