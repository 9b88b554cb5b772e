import CardPreviews
import Foundation
import Testing

/// What each state shows here, as `tests/parity/ios.json` says it. The other shell does the same; `tests/arch` compares the two.
@Suite("Parity") @MainActor struct ParityTests {
    @Test("every state shows what the list says") func list() throws {
        let lines = catalogue.map { entry in
            let parts = Look(entry: entry, language: "nb").tree.identifiers.map { "\"\($0)\"" }.joined(separator: ", ")
            return "  \"\(entry.name)\": [\(parts)]"
        }
        let seen = "{\n" + lines.joined(separator: ",\n") + "\n}\n"
        let made = Catalogue.repository.appending(path: "target/parity-ios.json")
        try? seen.write(to: made, atomically: true, encoding: .utf8)
        let list = try? String(
            contentsOf: Catalogue.repository.appending(path: "tests/parity/ios.json"), encoding: .utf8)
        #expect(list == seen, "the screens changed: cp target/parity-ios.json tests/parity/ios.json")
    }
}
