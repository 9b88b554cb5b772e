import CardCore
import Foundation

/// Reading and signing under way.
extension Samples {
    struct Trip: Decodable {
        struct Stop: Decodable {
            let library, agreement, activation: String
            let read, skipped: Bool
            let receipt: String?
        }
        struct Signs: Decodable {
            let kind: String
            let aloneFrom, from: UInt8?
        }
        struct Party: Decodable {
            let child, basis: String?
            let name: String
            let age: UInt8
            let signs: Signs
        }
        let stops: [Stop]
        let at, party: UInt32
        let rules: String?
        let fetching, signing: Bool
        let trouble: Row.Failure?
        let parties: [Party]
    }

    func trip(_ name: String) throws -> TripView {
        let row = try known(trips, name)
        return TripView(
            stops: try row.stops.map(stop), at: row.at, rules: try row.rules.map(rules), fetching: row.fetching,
            signing: row.signing, trouble: try row.trouble?.failure(), parties: try row.parties.map(party),
            party: row.party)
    }

    private func stop(_ row: Trip.Stop) throws -> StopView {
        StopView(
            library: try library(row.library), agreement: try CardPreviews.agreement(row.agreement),
            activation: try CardPreviews.activation(row.activation), read: row.read, receipt: row.receipt,
            skipped: row.skipped)
    }

    private func party(_ row: Trip.Party) throws -> PartyView {
        PartyView(
            child: row.child, name: row.name, age: row.age, basis: try row.basis.map(CardPreviews.basis),
            signs: try signs(row.signs))
    }

    private func signs(_ row: Trip.Signs) throws -> SignsView {
        switch row.kind {
        case "Here": .here(aloneFrom: row.aloneFrom)
        case "Themselves": .themselves
        case "Guardian": .guardian(aloneFrom: row.aloneFrom)
        case "TooYoung": .tooYoung(from: row.from ?? 0)
        case "NotSaid": .notSaid
        default: throw Unknown(name: row.kind)
        }
    }
}
