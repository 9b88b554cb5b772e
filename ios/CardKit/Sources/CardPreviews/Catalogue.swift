import CardCore
import CardKit
import Foundation

/// One state of the app.
public struct CatalogueEntry: Sendable {
    public let name: String
    public let state: AppState
    public let opened: Opened
    public let tab: AppTab
    /// What stands in the fields.
    public let typed: Typed
    private let now: Date
    private let zone: TimeZone
    private let trouble: ShellTrouble?
    private let hasOneDoor: Bool
    private let steppingUpFor: Action?
    private let isAsking: Bool
    private let ending: String?
    private let found: Found?
    private let profile: LibraryProfile?
    private let export: ExportView?
    private let isSending, isRegistered: Bool
    private let refused: CardError?

    /// The shell's part of it, read in a language.
    public func shell(_ language: String, dark: Bool? = nil) -> ShellState {
        var shell = ShellState(language: language, now: now, zone: zone, trouble: trouble, dark: dark)
        (shell.hasOneDoor, shell.steppingUpFor) = (hasOneDoor, steppingUpFor)
        (shell.isAsking, shell.ending) = (isAsking, ending)
        (shell.found, shell.profile, shell.export) = (found, profile, export)
        (shell.isSending, shell.isRegistered, shell.refused) = (isSending, isRegistered, refused)
        return shell
    }

    init(_ row: Row, _ samples: Samples) throws {
        name = row.name
        let answer = try row.refused?.failure()
        refused = answer.flatMap { $0.isTyped ? $0 : nil }
        (isSending, isRegistered) = (row.sending ?? false, row.registered ?? false)
        state = AppState(
            revision: 1, phase: try row.phase(samples), card: try row.card.map(samples.card),
            refreshing: row.refreshing ?? false, offline: row.offline ?? false, needsSignIn: row.needsSignIn ?? false,
            clearedFor: nil, devices: try row.devices.map(samples.devices), lockCard: row.lockCard ?? false,
            relations: try row.relations.map(samples.relations) ?? [], relationsAt: row.relationsAt,
            asking: row.tab != nil && row.asking == true, trip: try row.trip.map(samples.trip),
            receipts: try row.receipts.map(samples.receipts) ?? [], notices: try row.notices.map(samples.notices) ?? [],
            leaving: try row.leaving.map(samples.leaving), registration: try row.registration.map(samples.registration),
            household: try row.household.map(samples.household), actingFor: row.actingFor, shown: row.shown,
            contact: try row.contact.map(samples.contact), conflict: try row.conflict.map(samples.conflict),
            ledger: try row.ledger.map(samples.ledger), secretRules: .sample,
            trouble: try row.trouble?.failure() ?? (answer?.isTyped == true ? nil : answer))
        tab = try row.tab.map(Self.tab) ?? .card
        found = try row.found.map(samples.found)
        profile = try samples.profile(number: row.library)
        export = try row.export.map(samples.export)
        opened = try row.opened.map(Self.opened) ?? .nothing
        typed = try row.fields()
        hasOneDoor = row.idPortenOnly ?? false
        steppingUpFor = try row.action.map(action)
        isAsking = row.tab == nil && row.asking == true
        ending = row.ending
        trouble = try row.shellTrouble.map(Self.shellTrouble)
        now = samples.now
        zone = TimeZone(identifier: samples.zone) ?? .gmt
    }

    private static func opened(_ name: String) throws -> Opened {
        guard let opened = Opened.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
            throw Unknown(name: name)
        }
        return opened
    }

    private static func tab(_ name: String) throws -> AppTab { try named(AppTab.allCases, name) }

    private static func shellTrouble(_ name: String) throws -> ShellTrouble {
        guard let trouble = ShellTrouble.allCases.first(where: { "\($0)".lowercased() == name.lowercased() }) else {
            throw Unknown(name: name)
        }
        return trouble
    }
}

/// Every state that a screen can be in, read from `tests/vectors/states`.
public enum Catalogue {
    /// The states in the order in which people look at them.
    public static func all() throws -> [CatalogueEntry] {
        let samples: Samples = try read("samples")
        return try samples.groups.flatMap { name in
            let group: Group = try read(name)
            return try group.states.map { try CatalogueEntry($0, samples) }
        }
    }

    private struct Group: Decodable {
        let states: [Row]
    }

    private static func read<T: Decodable>(_ name: String) throws -> T {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        decoder.dateDecodingStrategy = .iso8601
        return try decoder.decode(
            T.self, from: Data(contentsOf: repository.appending(path: "tests/vectors/states/\(name).json")))
    }

    /// Where this source stands.
    public static var repository: URL {
        (0..<5).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    }
}
