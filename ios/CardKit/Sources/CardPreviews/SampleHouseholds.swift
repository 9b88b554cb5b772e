import CardCore
import Foundation

/// Children, what changes for them, and what was done.
extension Samples {
    struct Ahead: Decodable {
        let on, act, stage: String
        let library: String?
        let ofChild, begins: Bool
    }

    struct Child: Decodable {
        let id, name, basis: String
        let age: UInt8
        let hasCard: Bool?
        let card, relations, changes, outcome: String?
        let may: [String]?
    }

    struct Household: Decodable {
        struct Code: Decodable {
            let library, code: String
            let until: Date
        }
        let children: [String]
        let registryLink: Bool?
        let code: Code?
        let ownChanges: String?
    }

    struct Ledger: Decodable {
        struct Entry: Decodable {
            let done, by: String
            let library: String?
            let at: Date
        }
        let child: String?
        let entries: [Entry]
    }

    func household(_ name: String) throws -> HouseholdView {
        let row = try known(households, name)
        return HouseholdView(
            children: try row.children.map(child), registryLink: row.registryLink ?? true,
            code: try row.code.map {
                ChildCodeView(library: try library($0.library), code: $0.code, until: $0.until)
            },
            ownChanges: try row.ownChanges.map(changes) ?? [])
    }

    func ledger(_ name: String) throws -> LedgerView {
        let row = try known(ledgers, name)
        return LedgerView(
            child: row.child,
            entries: try row.entries.map {
                LedgerEntryView(
                    done: try CardPreviews.done($0.done), library: try $0.library.map(library), at: $0.at,
                    by: try CardPreviews.by($0.by))
            })
    }

    private func child(_ name: String) throws -> ChildView {
        let row = try known(children, name)
        return ChildView(
            id: row.id, name: row.name, age: row.age, basis: try CardPreviews.basis(row.basis),
            hasCard: row.hasCard ?? false, card: try row.card.map(card),
            relations: try row.relations.map(relations) ?? [], may: try (row.may ?? []).map(act),
            changes: try row.changes.map(changes) ?? [], outcome: try row.outcome.map(CardPreviews.outcome))
    }

    private func changes(_ name: String) throws -> [AheadView] {
        try known(changes, name).map {
            AheadView(
                on: $0.on, ofChild: $0.ofChild, act: try act($0.act), library: try $0.library.map(library),
                begins: $0.begins, stage: try nearness($0.stage))
        }
    }
}
