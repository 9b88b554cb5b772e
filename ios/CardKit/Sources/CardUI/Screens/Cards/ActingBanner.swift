import CardCore
import CardKit
import SwiftUI

/// For whom the person acts: over every page, in the children's colours, with the way out of it.
struct ActingBanner: View {
    let child: ChildView
    let end: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.medium) {
            Icon(.person)
            Text(words.actingBanner(child.name))
                .type(TypeTokens.titleSmall)
                .fixedSize(horizontal: false, vertical: true)
            Spacer(minLength: 0)
            Button {
                end()
                announce(words.actingA11yEnded)
            } label: {
                Text(words.actingEnd)
                    .underline()
                    .type(TypeTokens.labelLarge)
                    .frame(minWidth: Space.touch, minHeight: Space.touch)
            }
            .buttonStyle(.plain)
            .accessibilityLabel(words.actingA11yEnd(child.name))
            .accessibilityIdentifier(Tag.actForMe)
        }
        .foregroundStyle(palette.childFreshFace.ink)
        .padding(.horizontal, Space.regular)
        .frame(maxWidth: .infinity)
        .background { palette.childFreshFace.top.ignoresSafeArea() }
        .accessibilityElement(children: .contain)
        .accessibilityIdentifier(Tag.actingBanner)
    }
}

/// What lies under the banner, while there is one.
struct UnderBanner<Content: View>: View {
    let stage: Stage
    @ViewBuilder let content: () -> Content

    var body: some View {
        VStack(spacing: 0) {
            if let child = stage.state.acting { ActingBanner(child: child) { stage.actions.actFor(nil) } }
            content()
        }
    }
}
