import CardCore

/// Where the bars stand, in whole pixels: fractions would show seams and be read badly.
public struct BarLayout: Equatable, Sendable {
    /// A bar, pixels from the start of the room.
    public struct Bar: Equatable, Sendable {
        public let at: Int
        public let width: Int
    }

    /// Pixels of one module; at least 1.
    public let module: Int
    public let bars: [Bar]

    /// Modules of white on each side that readers of every kind are content with (ISO/IEC 15417 §4.4).
    static let quiet = 10

    /// In the middle of `room` pixels.
    public init(_ barcode: Barcode, room: Int) {
        let quiet = max(Int(barcode.quiet), Self.quiet)
        let span = Int(barcode.modules) + 2 * quiet
        module = max(1, room / span)
        var at = (room - module * span) / 2 + quiet * module
        var bars: [Bar] = []
        for (index, modules) in barcode.bars.enumerated() {
            let width = Int(modules) * module
            if index.isMultiple(of: 2) { bars.append(Bar(at: at, width: width)) }
            at += width
        }
        self.bars = bars
    }
}
