import SwiftUI

/// How far one is, for the eye; words say the same.
struct Segments: View {
    let reached: Int
    let all: Int
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.tiny) {
            ForEach(Array(0..<all), id: \.self) { index in
                RoundedRectangle(cornerRadius: 3)
                    .fill(index < reached ? palette.primary : palette.surfaceContainerHighest)
                    .frame(height: 5)
            }
        }
        .accessibilityHidden(true)
    }
}
