import SwiftUI

/// Something is on its way. It comes up only when the wait is long, so that a quick answer doesn't blink.
struct Waiting: View {
    let text: String
    let tag: String
    @State private var isShown = false
    @Environment(\.palette) private var palette

    var body: some View {
        HStack(spacing: Space.medium) {
            ProgressView().accessibilityHidden(true)
            Hint(text)
        }
        .frame(maxWidth: .infinity, minHeight: Space.vast)
        .opacity(isShown ? 1 : 0)
        .animation(.easeInOut(duration: Motion.standard).delay(Rhythm.skeletonAfter), value: isShown)
        .onAppear { isShown = true }
        .accessibilityElement(children: .combine)
        .accessibilityIdentifier(tag)
    }
}
