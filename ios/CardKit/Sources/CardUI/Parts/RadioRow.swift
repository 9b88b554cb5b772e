import CardKit
import SwiftUI

/// One of several, of which one is chosen.
struct RadioRow: View {
    let title: String
    var hint: String?
    let tag: String
    let isChosen: Bool
    let choose: @MainActor () -> Void
    @Environment(\.palette) private var palette

    var body: some View {
        Button(action: choose) {
            MarkedLabel(
                title: title, hint: hint, mark: isChosen ? "largecircle.fill.circle" : "circle", isChosen: isChosen)
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(isChosen ? .isSelected : [])
        .accessibilityIdentifier(tag)
    }
}

/// One of several, of which any number is chosen.
struct TickRow: View {
    let title: String
    var hint: String?
    let tag: String
    let isChosen: Bool
    let toggle: @MainActor () -> Void

    var body: some View {
        Button(action: toggle) {
            MarkedLabel(
                title: title, hint: hint, mark: isChosen ? "checkmark.square.fill" : "square", isChosen: isChosen)
        }
        .buttonStyle(.plain)
        .accessibilityAddTraits(isChosen ? [.isToggle, .isSelected] : .isToggle)
        .accessibilityIdentifier(tag)
    }
}

private struct MarkedLabel: View {
    let title: String
    let hint: String?
    let mark: String
    let isChosen: Bool
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.medium) {
            Image(systemName: mark)
                .accessibilityHidden(true)
                .foregroundStyle(isChosen ? palette.primary : palette.outline)
            VStack(alignment: .leading, spacing: Space.hair) {
                Plain(title, style: TypeTokens.titleSmall)
                if let hint { Small(hint) }
            }
            .multilineTextAlignment(.leading)
            Spacer(minLength: 0)
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, Space.medium)
        .frame(minHeight: 56)
        .contentShape(RoundedRectangle(cornerRadius: 0))
    }
}
