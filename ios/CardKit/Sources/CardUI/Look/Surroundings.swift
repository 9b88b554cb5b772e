import CardKit
import SwiftUI

private struct WordsKey: EnvironmentKey {
    static let defaultValue: any Strings = strings("en")
}

private struct PaletteKey: EnvironmentKey {
    static let defaultValue = Palette.light
}

extension EnvironmentValues {
    /// The words of the chosen language.
    var words: any Strings {
        get { self[WordsKey.self] }
        set { self[WordsKey.self] = newValue }
    }

    /// The colours for this mode and contrast.
    var palette: Palette {
        get { self[PaletteKey.self] }
        set { self[PaletteKey.self] = newValue }
    }
}

/// Sea, paper and ink, by day and night, with as much contrast as the person asked the system for.
struct Themed<Content: View>: View {
    @ViewBuilder let content: () -> Content
    @Environment(\.colorScheme) private var mode
    @Environment(\.colorSchemeContrast) private var contrast

    var body: some View {
        content()
            .environment(\.palette, .fitting(mode, contrast))
            .tint(Palette.fitting(mode, contrast).primary)
    }
}

extension Palette {
    static func fitting(_ mode: ColorScheme, _ contrast: ColorSchemeContrast) -> Palette {
        switch (mode, contrast) {
        case (.dark, .increased): .darkHighContrast
        case (.dark, _): .dark
        case (_, .increased): .lightHighContrast
        default: .light
        }
    }
}
