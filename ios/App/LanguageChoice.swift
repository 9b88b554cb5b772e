import CardKit
import Foundation

/// The language of the app: the person's choice, else the first of the phone's that there are words for.
struct LanguageChoice {
    let defaults: UserDefaults
    var offered = Bundle.main.preferredLocalizations

    var current: String {
        defaults.string(forKey: Self.key) ?? offered.first.map { strings($0).languageCode } ?? "en"
    }

    func keep(_ code: String) { defaults.set(code, forKey: Self.key) }

    private static let key = "language"
}
