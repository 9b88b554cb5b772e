import CardCore
import Foundation

/// Texts to sign.
extension Samples {
    struct Rules: Decodable {
        struct Span: Decodable {
            let part, text: String
        }
        struct Clause: Decodable {
            let id, heading, text, about, kind, severity: String
            let spans: [Span]
        }
        struct Item: Decodable {
            let clause, heading, severity: String
            let change: Difference
        }
        struct Changes: Decodable {
            let signedAt: Date
            let version: UInt32
            let severity: String
            let items: [Item]
        }
        let version: UInt32
        let validFrom, language, sha256, published: String
        let languages: [String]
        let demo: Bool
        let clauses: [Clause]
        let changes: Changes?
    }

    /// A kind of change: amounts are objects, ages are numbers.
    struct Difference: Decodable {
        struct Amount: Decodable {
            let ore: UInt64
        }
        private enum Key: CodingKey {
            case kind, about, old, new
        }
        let change: Change

        init(from decoder: any Decoder) throws {
            let row = try decoder.container(keyedBy: Key.self)
            let kind = try row.decode(String.self, forKey: .kind)
            let subject = { try CardPreviews.about(row.decode(String.self, forKey: .about)) }
            let amount = { try row.decodeIfPresent(Amount.self, forKey: $0).map { Kroner(ore: $0.ore) } }
            let age = { try row.decodeIfPresent(UInt8.self, forKey: $0) }
            switch kind {
            case "Amount": change = .amount(old: try amount(.old), new: try amount(.new))
            case "Age": change = .age(old: try age(.old), new: try age(.new))
            case "Added": change = .added(try subject())
            case "Removed": change = .removed(try subject())
            case "Reworded": change = .reworded(try subject())
            default: throw Unknown(name: kind)
            }
        }
    }

    func rules(_ name: String) throws -> RulesView {
        let row = try known(rules, name)
        return RulesView(
            version: row.version, validFrom: row.validFrom, language: row.language, languages: row.languages,
            demo: row.demo, sha256: row.sha256, published: row.published, clauses: try row.clauses.map(clause),
            changes: try row.changes.map(changes))
    }

    private func clause(_ row: Rules.Clause) throws -> ClauseView {
        ClauseView(
            id: row.id, heading: row.heading, text: row.text, about: try CardPreviews.about(row.about),
            kind: try clauseKind(row.kind), severity: try CardPreviews.severity(row.severity),
            spans: try row.spans.map { SpanView(part: try spanPart($0.part), text: $0.text) })
    }

    private func changes(_ row: Rules.Changes) throws -> ChangesView {
        ChangesView(
            signedAt: row.signedAt, version: row.version, severity: try CardPreviews.severity(row.severity),
            items: try row.items.map {
                ChangeView(
                    clause: $0.clause, heading: $0.heading, severity: try CardPreviews.severity($0.severity),
                    change: $0.change.change)
            })
    }
}
