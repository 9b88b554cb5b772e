import CardKit
import SwiftUI

/// Something to fill in. Its label stands above it and stays there while somebody types; the whole box is the field.
struct Labelled<Field: View>: View {
    let label: String
    /// A line below, which the field says as its hint.
    var hint: String?
    let name: FormField
    let focus: FocusState<FormField?>.Binding
    @ViewBuilder let field: () -> Field
    @Environment(\.palette) private var palette

    var body: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            // The field says both.
            Text(label).type(TypeTokens.titleSmall).foregroundStyle(palette.onBackground).accessibilityHidden(true)
            field()
                .type(TypeTokens.bodyLarge)
                .foregroundStyle(palette.onSurface)
                .padding(.horizontal, Space.regular)
                .frame(maxWidth: .infinity, minHeight: 56)
                .background(palette.surfaceContainerLowest, in: shape)
                .overlay { shape.strokeBorder(isHere ? palette.primary : palette.outline, lineWidth: isHere ? 2 : 1) }
                .contentShape(shape)
                .onTapGesture { focus.wrappedValue = name }
            if let hint { Hint(hint).accessibilityHidden(true) }
        }
    }

    private var isHere: Bool { focus.wrappedValue == name }
    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.medium) }
}

/// A line under a heading, or under what it explains.
struct Hint: View {
    let text: String
    @Environment(\.palette) private var palette

    init(_ text: String) { self.text = text }

    var body: some View {
        Text(text)
            .type(TypeTokens.bodyMedium)
            .foregroundStyle(palette.onSurfaceVariant)
            .fixedSize(horizontal: false, vertical: true)
    }
}

/// Yes or no, with a line that says what yes means. The line is part of the switch for a voice.
struct Choice: View {
    let title: String
    let meaning: String
    let tag: String
    @Binding var isOn: Bool
    @Environment(\.palette) private var palette

    var body: some View {
        Toggle(isOn: $isOn) {
            VStack(alignment: .leading, spacing: Space.hair) {
                Text(title).type(TypeTokens.bodyLarge).foregroundStyle(palette.onSurface)
                Hint(meaning)
            }
        }
        .tint(palette.primary)
        .frame(minHeight: Space.touch)
        .accessibilityIdentifier(tag)
    }
}
