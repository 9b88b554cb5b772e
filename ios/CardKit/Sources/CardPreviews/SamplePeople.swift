import CardCore
import Foundation

/// Getting a card, and how the person is reached.
extension Samples {
    struct Registration: Decodable {
        struct Registry: Decodable {
            let name, born: String
        }
        let registry: Registry?
        let steps: [String]?
        let email, phone, channel, homeLibrary: String?
        let emailVerified, pinSet, passwordSet: Bool?
    }

    struct Details: Decodable {
        let phone, addressUntil: String?
        let channel, language: String
        let addressLines: [String]?

        func view() throws -> ContactDetails {
            ContactDetails(
                phone: phone, channel: try CardPreviews.channel(channel), language: language,
                addressLines: addressLines ?? [], addressUntil: addressUntil)
        }
    }

    struct Contact: Decodable {
        let email: String
        let emailVerified: Bool?
        let newEmail: String?
        let details: Details
    }

    struct Conflict: Decodable {
        let mine, theirs: Details
    }

    func registration(_ name: String) throws -> RegistrationView {
        let row = try known(registrations, name)
        return RegistrationView(
            registry: row.registry.map { RegistryView(name: $0.name, born: $0.born) },
            steps: try (row.steps ?? []).map(told), email: row.email, emailVerified: row.emailVerified ?? false,
            phone: row.phone, channel: try row.channel.map(channel), pinSet: row.pinSet ?? false,
            passwordSet: row.passwordSet ?? false, homeLibrary: try row.homeLibrary.map(library))
    }

    func contact(_ name: String) throws -> ContactView {
        let row = try known(contacts, name)
        return ContactView(
            email: row.email, emailVerified: row.emailVerified ?? false, newEmail: row.newEmail,
            details: try row.details.view())
    }

    func conflict(_ name: String) throws -> ConflictView {
        let row = try known(conflicts, name)
        return ConflictView(mine: try row.mine.view(), theirs: try row.theirs.view())
    }
}

extension SecretRulesView {
    /// The same in every state.
    static let sample = SecretRulesView(pinDigits: 4, passwordLeast: 15, passwordMost: 128)
}
