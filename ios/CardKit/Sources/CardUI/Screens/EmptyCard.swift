import SwiftUI

/// The card before it is anybody's.
struct EmptyCard: View {
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        CardFrame(colors: palette.freshFace) {
            Text(words.cardWordmark)
                .type(TypeTokens.wordmark)
                .foregroundStyle(palette.freshFace.ink)
                .padding(.horizontal, 20)
                .padding(.top, Space.regular)
            Spacer(minLength: Space.large)
            Text(words.appPurpose)
                .type(TypeTokens.holderDetail)
                .foregroundStyle(palette.freshFace.muted)
                .padding(.horizontal, 20)
                .padding(.bottom, 18)
        }
        .accessibilityElement(children: .combine)
    }
}

/// The place of a card that isn't here. It comes up only when the wait is long, so that a quick start doesn't blink.
struct CardOutline: View {
    let text: String
    var isHeading = false
    @State private var isShown = false
    @Environment(\.palette) private var palette

    var body: some View {
        CardFrame(colors: colors) {
            Text(text)
                .type(TypeTokens.wordmark)
                .foregroundStyle(colors.muted)
                .padding(.horizontal, 20)
                .padding(.vertical, Space.regular)
                .accessibilityAddTraits(isHeading ? .isHeader : [])
        }
        .opacity(isShown ? 1 : 0)
        .animation(.easeInOut(duration: Motion.standard).delay(Rhythm.skeletonAfter), value: isShown)
        .onAppear { isShown = true }
    }

    private var colors: FaceColors {
        FaceColors(
            top: palette.surfaceContainerHigh, bottom: palette.surfaceContainer, ink: palette.onSurface,
            muted: palette.onSurfaceVariant, pattern: palette.outlineVariant)
    }
}
