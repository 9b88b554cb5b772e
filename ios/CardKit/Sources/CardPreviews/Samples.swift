import CardCore
import Foundation

/// Invented people, cards and moments: `samples.json`.
struct Samples: Decodable {
    struct Library: Decodable {
        let number, name, place: String
    }

    struct Code: Decodable {
        let symbology, widths: String
        let quiet: UInt8
    }

    struct Card: Decodable {
        let number, name, face: String
        let groups, libraries: [String]
        let homeLibrary, barcode: String?
        let checkedAt, showUntil: Date
    }

    struct Device: Decodable {
        let id, name, door: String
        let signedInAt, lastSeenAt: Date
        let current: Bool
    }

    let groups, languages: [String]
    let now: Date
    let zone, address, redirect: String
    let libraries: [String: Library]
    let barcodes: [String: Code]
    let cards: [String: Card]
    let devices: [String: [Device]]
    let profiles: [String: Profile]
    let relations: [String: [Relation]]
    let found: [String: Hits]
    let rules: [String: Rules]
    let trips: [String: Trip]
    let receipts: [String: [Receipt]]
    let notices: [String: [Notice]]
    let leaving: [String: Leaving]
    let exports: [String: Export]
    let registrations: [String: Registration]
    let changes: [String: [Ahead]]
    let children: [String: Child]
    let households: [String: Household]
    let contacts: [String: Contact]
    let conflicts: [String: Conflict]
    let ledgers: [String: Ledger]

    func card(_ name: String) throws -> CardView {
        let row = try known(cards, name)
        return CardView(
            number: row.number, groups: row.groups, name: row.name, homeLibrary: try row.homeLibrary.map(library),
            libraries: try row.libraries.map(library), barcode: try row.barcode.map(barcode), face: try face(row.face),
            checkedAt: row.checkedAt, showUntil: row.showUntil)
    }

    func devices(_ name: String) throws -> [DeviceView] {
        try known(devices, name).map {
            DeviceView(
                id: $0.id, name: $0.name, door: try door($0.door), signedInAt: $0.signedInAt,
                lastSeenAt: $0.lastSeenAt, current: $0.current)
        }
    }

    func library(_ name: String) throws -> LibraryView {
        let row = try known(libraries, name)
        return LibraryView(number: row.number, name: row.name, place: row.place)
    }

    private func barcode(_ name: String) throws -> Barcode {
        let row = try known(barcodes, name)
        let widths = row.widths.compactMap(\.wholeNumberValue)
        return Barcode(
            symbology: row.symbology == "Code39" ? .code39 : .code128, bars: Data(widths.map(UInt8.init)),
            modules: UInt16(widths.reduce(0, +)), quiet: row.quiet)
    }

    private func face(_ name: String) throws -> CardFace {
        switch name {
        case "Fresh": .fresh
        case "Ageing": .ageing
        case "Stale": .stale
        case "Expired": .expired
        case "Ended": .ended
        case "Blocked": .blocked
        default: throw Unknown(name: name)
        }
    }
}

/// A name in the catalogue that this shell doesn't know.
struct Unknown: Error {
    let name: String
}

func known<T>(_ table: [String: T], _ name: String) throws -> T {
    guard let row = table[name] else { throw Unknown(name: name) }
    return row
}
