import CardKit
import SwiftUI

/// A button for what can't be undone: it is held for two seconds. Who can't hold, by voice, switch or keyboard, presses it twice.
struct HoldButton: View {
    let tag: String
    /// It is being done.
    let isWorking: Bool
    let held: @MainActor () -> Void
    @State private var isHolding: Bool
    @Binding var asks: Bool
    /// How far the hold is at first, 0 to 1; for pictures.
    private let first: CGFloat
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.accessibilityReduceMotion) private var still

    static var seconds: Double { 2 }

    init(tag: String, isWorking: Bool, shown: Int, asks: Binding<Bool>, held: @escaping @MainActor () -> Void) {
        self.tag = tag
        self.isWorking = isWorking
        self.held = held
        _asks = asks
        first = CGFloat(shown) / 100
        _isHolding = State(initialValue: shown > 0)
    }

    var body: some View {
        Text(text)
            .type(TypeTokens.labelLarge)
            .multilineTextAlignment(.center)
            .foregroundStyle(palette.onErrorContainer)
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(maxWidth: .infinity, minHeight: 60)
            .background { fill }
            .background(palette.errorContainer, in: shape)
            .clipShape(shape)
            .contentShape(shape)
            .onLongPressGesture(minimumDuration: Self.seconds, maximumDistance: 60) {
                if !isWorking { held() }
            } onPressingChanged: {
                isHolding = $0
            }
            .accessibilityElement()
            .accessibilityLabel(isWorking || asks ? text : words.leaveHold)
            .accessibilityHint(isWorking || asks ? "" : words.leaveA11yHold)
            .accessibilityAddTraits(.isButton)
            .accessibilityAction { press() }
            .disabled(isWorking)
            .accessibilityIdentifier(tag)
    }

    private var fill: some View {
        GeometryReader { room in
            palette.error.opacity(0.35)
                .frame(width: room.size.width * (isHolding ? (first > 0 ? first : 1) : 0))
                .animation(
                    isHolding && !still ? .linear(duration: Self.seconds) : .easeInOut(duration: Motion.quick),
                    value: isHolding)
        }
        .accessibilityHidden(true)
    }

    /// The first press asks for a second one, which is said as well.
    private func press() {
        if isWorking { return }
        if asks { held() } else { announce(words.leaveConfirm) }
        asks.toggle()
    }

    private var text: String {
        if isWorking { return words.leaveEnding }
        if asks { return words.leaveConfirm }
        return isHolding ? words.leaveHolding : words.leaveHold
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: Radius.medium) }
}
