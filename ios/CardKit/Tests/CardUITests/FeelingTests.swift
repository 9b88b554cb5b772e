import CardCore
import CardKit
import CardPreviews
import Foundation
import Testing

/// What a hand is told from one state to the next.
@Suite("What is felt") @MainActor struct FeelingTests {
    struct Row: Decodable {
        let before, after, why: String
        let felt: String?
    }

    @Test("done and refused are felt, and nothing else") func rows() throws {
        let file = Catalogue.repository.appending(path: "tests/vectors/felt.json")
        let rows = try JSONDecoder().decode([String: [Row]].self, from: Data(contentsOf: file))["rows"] ?? []
        #expect(!rows.isEmpty)
        for row in rows {
            let felt = try feeling(row.after).after(feeling(row.before))
            #expect(felt.map { "\($0)" } == row.felt, "\(row.before) to \(row.after): \(row.why)")
        }
    }

    @Test("what was sent and taken is felt once, and so is a card of one's own") func taken() throws {
        let before = try feeling("pin-sending")
        let after = try feeling("pin") { $0.taken = 1 }
        #expect(after.after(before) == .done && after.after(after) == nil)
        #expect(try feeling("pin") { $0.isRegistered = true }.after(before) == .done)
    }

    private func feeling(_ name: String, _ change: (inout ShellState) -> Void = { _ in }) throws -> Feeling {
        let entry = try #require(catalogue.first { $0.name == name })
        var shell = entry.shell("nb")
        change(&shell)
        return Feeling(entry.state, shell)
    }
}
