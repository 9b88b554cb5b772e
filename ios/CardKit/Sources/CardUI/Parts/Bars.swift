import CardCore
import CardKit
import SwiftUI

/// The bars, as large as whole pixels allow, black on white.
struct Bars: View {
    let barcode: Barcode
    let label: String
    /// The code runs downwards.
    var turned = false
    @Environment(\.displayScale) private var scale

    var body: some View {
        Canvas(opaque: true) { context, size in
            let long = turned ? size.height : size.width
            context.fill(Path(CGRect(origin: .zero, size: size)), with: .color(CodeColors.paper))
            for bar in BarLayout(barcode, room: Int(long * scale)).bars {
                let at = CGFloat(bar.at) / scale
                let width = CGFloat(bar.width) / scale
                let rect =
                    turned
                    ? CGRect(x: 0, y: at, width: size.width, height: width)
                    : CGRect(x: at, y: 0, width: width, height: size.height)
                context.fill(Path(rect), with: .color(CodeColors.ink))
            }
        }
        .accessibilityElement()
        .accessibilityLabel(label)
        .accessibilityAddTraits(.isImage)
        .accessibilityIdentifier(Tag.barcode)
    }
}
