import SwiftUI

extension TypeStyle {
    /// The bundled typeface in this style; it grows with the person's text size.
    var font: Font { Font.custom(face, size: size, relativeTo: textStyle).monospacedDigit() }

    private var face: String {
        switch weight {
        case .medium: "Inter-Medium"
        case .semibold: "Inter-SemiBold"
        case .bold: "Inter-Bold"
        default: "Inter-Regular"
        }
    }

    /// The system's style of about this size: it decides how fast the text grows.
    private var textStyle: Font.TextStyle {
        switch size {
        case 30...: .largeTitle
        case 26..<30: .title
        case 22..<26: .title2
        case 18..<22: .title3
        case 16..<18: .body
        case 14..<16: .subheadline
        case 13..<14: .footnote
        default: .caption
        }
    }
}

extension View {
    func type(_ style: TypeStyle) -> some View {
        font(style.font).tracking(style.tracking).lineSpacing(max(0, style.line - style.size * 1.21))
    }
}
