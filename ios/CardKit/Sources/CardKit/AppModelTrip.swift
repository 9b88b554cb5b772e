import CardCore
import Foundation

/// Reading and signing.
extension AppModel {
    /// The trip shows at once; its text follows.
    public func beginTrip(_ libraries: [String], _ agreement: Agreement) {
        reading { [language] in
            try await $0.beginTrip(libraries: libraries, agreement: agreement, language: language)
        }
    }

    public func readAgain(_ language: String?) {
        guard let trip = store.current.trip else { return }
        let language = language ?? trip.rules?.language ?? self.language
        reading { try await $0.goToStop(stop: trip.at, language: language) }
    }

    public func signFor(_ party: UInt32) { reading { try await $0.signFor(party: party) } }

    public func haveRead() { reading { try await $0.haveRead() } }

    public func sign() {
        changing(.signRules, goesOn: sign) { try await self.store.ask { try await $0.sign() } }
    }

    public func skipStop() { reading { try await $0.skipStop() } }

    public func keepRules() {
        guard let trip = store.current.trip, let rules = trip.rules, let stop = trip.stop else { return }
        let name = strings(language).tripFile(rules.language, stop.library.number, "\(rules.version)")
        apps?.share("\(name).txt", Data(rules.published.utf8), type: "text/plain")
    }

    public func endTrip() {
        reading { try await $0.endTrip() }
        if lying.isTrip { lying = .nothing }
    }

    /// A failure at the open stop is in the trip, which stands.
    func reading(_ body: @escaping @Sendable (any CardAppProtocol) async throws -> Void) {
        refused = nil
        last = { [weak self] in self?.reading(body) }
        Task { await quietly { try await self.telling { try await self.unlocked { try await self.store.ask(body) } } } }
    }
}
