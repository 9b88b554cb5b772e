import CardCore
import Foundation

/// Libraries, and what somebody is to them.
extension Samples {
    struct Profile: Decodable {
        let library, isil, municipality, county, activation, symbology: String
        let branchOf, email, phone, web: String?
        let branches: [String]
        let staffless: Bool
        let cardFrom: UInt8?
        let rulesAloneFrom: UInt8
        let closing: Closing?
    }

    struct Closing: Decodable {
        let forGood, now: Bool
        let from, to: String?
    }

    struct Relation: Decodable {
        struct Signed: Decodable {
            let confirmed: Bool
            let since, signedAt: Date
            let version: UInt32
            let language: String
            let deskCode: String?
            let deskCodeUntil: Date?
        }
        struct Newer: Decodable {
            let version: UInt32
            let severity, from: String
        }
        struct Agreed: Decodable {
            let agreement: String
            let signed: Signed?
            let newer: Newer?
        }
        let profile, standing: String
        let since: Date
        let home: Bool
        let agreements: [Agreed]
    }

    struct Hits: Decodable {
        struct Part: Decodable {
            let from, to: UInt32
        }
        struct Hit: Decodable {
            let profile: String
            let matched: [Part]?
            let metres: UInt32?
        }
        let libraries: [Hit]
        let total: UInt32
        let demo: Bool
    }

    func profile(_ name: String) throws -> LibraryProfile {
        let row = try known(profiles, name)
        return LibraryProfile(
            library: try library(row.library), isil: row.isil, municipality: row.municipality, county: row.county,
            branchOf: try row.branchOf.map(library), branches: try row.branches.map(library),
            activation: try CardPreviews.activation(row.activation), staffless: row.staffless, cardFrom: row.cardFrom,
            rulesAloneFrom: row.rulesAloneFrom, symbology: try CardPreviews.symbology(row.symbology),
            closing: row.closing.map { ClosingView(forGood: $0.forGood, now: $0.now, from: $0.from, to: $0.to) },
            email: row.email, phone: row.phone, web: row.web, metres: nil, matched: [])
    }

    /// By its number: the one that has the library's own name.
    func profile(number: String?) throws -> LibraryProfile? {
        let name = libraries.first { $0.value.number == number }?.key
        return try name.flatMap { profiles[$0] == nil ? nil : try profile($0) }
    }

    func relations(_ name: String) throws -> [RelationView] {
        try known(relations, name).map { row in
            RelationView(
                profile: try profile(row.profile), standing: try CardPreviews.standing(row.standing), since: row.since,
                home: row.home, agreements: try row.agreements.map(agreed))
        }
    }

    func found(_ name: String) throws -> Found {
        let row = try known(found, name)
        let hits = try row.libraries.map { hit in
            var profile = try profile(hit.profile)
            profile.metres = hit.metres
            profile.matched = (hit.matched ?? []).map { Matched(from: $0.from, to: $0.to) }
            return profile
        }
        return Found(libraries: hits, total: row.total, demo: row.demo)
    }

    private func agreed(_ row: Relation.Agreed) throws -> AgreementView {
        AgreementView(
            agreement: try CardPreviews.agreement(row.agreement),
            signed: row.signed.map {
                SignedView(
                    confirmed: $0.confirmed, since: $0.since, version: $0.version, language: $0.language,
                    signedAt: $0.signedAt, deskCode: $0.deskCode, deskCodeUntil: $0.deskCodeUntil)
            },
            newer: try row.newer.map {
                NewerView(version: $0.version, severity: try CardPreviews.severity($0.severity), from: $0.from)
            })
    }
}
