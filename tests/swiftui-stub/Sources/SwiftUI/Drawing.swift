public protocol ShapeStyle {}

public struct Color: _Leaf, Hashable, Sendable, ShapeStyle {
    let red, green, blue, opacity: Double
    nonisolated public init(red: Double, green: Double, blue: Double, opacity: Double = 1) {
        (self.red, self.green, self.blue, self.opacity) = (red, green, blue, opacity)
    }
    public static let clear = Color(red: 0, green: 0, blue: 0, opacity: 0)
    nonisolated public func opacity(_ opacity: Double) -> Color {
        Color(red: red, green: green, blue: blue, opacity: opacity)
    }
    public func _node() -> _Node { _Node("Color") }
}

public struct UnitPoint: Sendable {
    public static let topLeading = Self()
    public static let bottomTrailing = Self()
    public static let center = Self()
    public static let top = Self()
}

public struct LinearGradient: _Leaf, ShapeStyle {
    public init(colors: [Color], startPoint: UnitPoint, endPoint: UnitPoint) {}
    public func _node() -> _Node { _Node("LinearGradient") }
}

public protocol Shape: View {}

public struct RoundedRectangle: _Leaf, Shape {
    public init(cornerRadius: CGFloat) {}
    public func _node() -> _Node { _Node("RoundedRectangle") }
    public func fill<S: ShapeStyle>(_ style: S) -> some View { self }
    public func stroke<S: ShapeStyle>(_ style: S, lineWidth: CGFloat = 1) -> some View { self }
    public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: CGFloat = 1) -> some View { self }
}

public struct Path {
    public init(_ rect: CGRect) {}
    public init(roundedRect rect: CGRect, cornerRadius: CGFloat) {}
}

public struct GraphicsContext {
    public enum Shading { case color(Color) }
    public var opacity = 1.0
    public func fill(_ path: Path, with shading: Shading) {}
}

public struct Canvas: _Leaf {
    public init(opaque: Bool = false, renderer: @escaping (inout GraphicsContext, CGSize) -> Void) {}
    public func _node() -> _Node { _Node("Canvas") }
}

public struct Font: Sendable {
    public enum TextStyle: Sendable {
        case largeTitle, title, title2, title3, headline, body, subheadline, footnote, caption
    }
    public enum Weight: Sendable { case regular, medium, semibold, bold }
    public static func custom(_ name: String, size: CGFloat, relativeTo style: TextStyle) -> Font { Font() }
    public func monospacedDigit() -> Font { self }
}

public struct Animation: Sendable {
    public static func linear(duration: Double) -> Animation { Animation() }
    public static func easeInOut(duration: Double) -> Animation { Animation() }
    public func delay(_ delay: Double) -> Animation { self }
}

public struct Angle: Sendable {
    public static func degrees(_ degrees: Double) -> Angle { Angle() }
}

@MainActor
public func withAnimation<R>(_ animation: Animation?, _ body: () throws -> R) rethrows -> R { try body() }
