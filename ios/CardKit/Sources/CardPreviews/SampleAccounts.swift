import CardCore
import Foundation

/// Receipts, notices, and the way out.
extension Samples {
    struct Receipt: Decodable {
        let id, library, agreement, version, language, textHash, issuer, proof: String
        let signedAt: Date
        let child, basis: String?
        let entry, entries: UInt64
    }

    struct Notice: Decodable {
        let kind: String
        let lastUsedAt, endsAt, noticedAt: Date?
        let library, agreement, severity, from, child, name, on: String?
        let turns: UInt8?
        let forGood: Bool?
    }

    struct Leaving: Decodable {
        struct Remaining: Decodable {
            let library, standing: String
            let email, phone, web: String?
        }
        let endedAt: Date?
        let remaining: [Remaining]
    }

    struct Export: Decodable {
        struct Line: Decodable {
            let kind, what: String
            let at: Date?
        }
        let json: String
        let lines: [Line]
    }

    func receipts(_ name: String) throws -> [ReceiptView] {
        try known(receipts, name).map { row in
            ReceiptView(
                id: row.id, library: try library(row.library), agreement: try CardPreviews.agreement(row.agreement),
                version: row.version, language: row.language, signedAt: row.signedAt, child: row.child,
                basis: try row.basis.map(CardPreviews.basis), textHash: row.textHash, issuer: row.issuer,
                entry: row.entry, entries: row.entries, proof: try CardPreviews.proof(row.proof))
        }
    }

    func notices(_ name: String) throws -> [NoticeView] { try known(notices, name).map(notice) }

    func leaving(_ name: String) throws -> LeavingView {
        let row = try known(leaving, name)
        return LeavingView(
            endedAt: row.endedAt,
            remaining: try row.remaining.map {
                RemainingView(
                    library: try library($0.library), standing: try CardPreviews.standing($0.standing), email: $0.email,
                    phone: $0.phone, web: $0.web)
            })
    }

    func export(_ name: String) throws -> ExportView {
        let row = try known(exports, name)
        return ExportView(
            json: row.json,
            lines: try row.lines.map {
                ExportLine(kind: try CardPreviews.exportKind($0.kind), what: $0.what, at: $0.at)
            })
    }

    private func notice(_ row: Notice) throws -> NoticeView {
        let place = try row.library.map(library)
        switch (row.kind, place) {
        case ("Unused", _): return .unused(lastUsedAt: row.lastUsedAt ?? now, endsAt: row.endsAt ?? now)
        case ("Birthday", _):
            return .birthday(child: row.child, name: row.name, turns: row.turns ?? 0, on: row.on ?? "")
        case ("LogForked", _): return .logForked(noticedAt: row.noticedAt ?? now)
        case ("SignAgain", let place?):
            return .signAgain(
                library: place, agreement: try CardPreviews.agreement(row.agreement ?? ""),
                severity: try CardPreviews.severity(row.severity ?? ""), from: row.from ?? "")
        case ("Closing", let place?): return .closing(library: place, forGood: row.forGood ?? false, from: row.from)
        default: throw Unknown(name: row.kind)
        }
    }
}
