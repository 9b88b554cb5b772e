import SwiftUI

/// A slow swell of bars: a living thing that a picture of the screen can't have. With less motion asked for it changes
/// without moving.
struct Pulse: View {
    let color: Color
    var size = CGSize(width: 34, height: 20)
    var bar: CGFloat = 2.5
    @Environment(\.accessibilityReduceMotion) private var still

    var body: some View {
        Group {
            if still {
                TimelineView(
                    .periodic(from: Date(timeIntervalSinceReferenceDate: 0), by: Rhythm.freshnessCycle / Self.stills)
                ) {
                    swell(at: turn($0.date, steps: Self.stills))
                }
            } else {
                TimelineView(.animation(minimumInterval: 1 / 30)) { swell(at: turn($0.date, steps: nil)) }
            }
        }
        .frame(width: size.width, height: size.height)
        .accessibilityHidden(true)
    }

    private func turn(_ date: Date, steps: Double?) -> Double {
        let turns = date.timeIntervalSinceReferenceDate / Rhythm.freshnessCycle
        let turn = turns - turns.rounded(.down)
        return steps.map { (turn * $0).rounded(.down) / $0 } ?? turn
    }

    private func swell(at turn: Double) -> some View {
        Canvas { context, size in
            let step = (size.width - bar) / CGFloat(Self.bars - 1)
            for index in 0..<Self.bars {
                let swell = (1 - cos(2 * .pi * (turn - Double(index) / Double(Self.bars)))) / 2
                let height = size.height * (0.28 + 0.72 * swell)
                let rect = CGRect(x: CGFloat(index) * step, y: (size.height - height) / 2, width: bar, height: height)
                context.opacity = 0.45 + 0.55 * swell
                context.fill(Path(roundedRect: rect, cornerRadius: bar / 2), with: .color(color))
            }
        }
    }

    private static var bars: Int { 7 }
    private static var stills: Double { 4 }
}
