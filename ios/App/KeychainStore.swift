import CardKit
import Foundation
import Security

/// Small secrets in the Keychain: readable while the phone is unlocked, never on another phone, in no backup.
final class KeychainStore: SecureStore {
    /// What the Keychain answered; nothing in it is secret.
    struct Failure: Error, Equatable {
        let status: OSStatus
    }

    private let service: String

    init(service: String = "no.bibliotekkortet.app") { self.service = service }

    func read(_ name: String) throws -> Data? {
        var query = item(name)
        query[kSecReturnData as String] = true
        var found: CFTypeRef?
        switch SecItemCopyMatching(query as CFDictionary, &found) {
        case errSecSuccess: return found as? Data
        case errSecItemNotFound: return nil
        case let status: throw Failure(status: status)
        }
    }

    func write(_ name: String, _ value: Data) throws {
        let changes = [kSecValueData as String: value]
        var status = SecItemUpdate(item(name) as CFDictionary, changes as CFDictionary)
        if status == errSecItemNotFound {
            let new = item(name).merging(changes) { $1 }.merging(Self.protection) { $1 }
            status = SecItemAdd(new as CFDictionary, nil)
        }
        if status != errSecSuccess { throw Failure(status: status) }
    }

    func delete(_ name: String) throws {
        let status = SecItemDelete(item(name) as CFDictionary)
        if status != errSecSuccess && status != errSecItemNotFound { throw Failure(status: status) }
    }

    /// Forgets everything of this app; what can't be forgotten now is forgotten at sign-out.
    func clear() { _ = SecItemDelete(item(nil) as CFDictionary) }

    private func item(_ name: String?) -> [String: Any] {
        var query: [String: Any] = [
            kSecClass as String: kSecClassGenericPassword,
            kSecAttrService as String: service,
            kSecUseDataProtectionKeychain as String: true,
        ]
        if let name { query[kSecAttrAccount as String] = name }
        return query
    }

    /// The card is shown on an unlocked phone only, so nothing has to be read while it is locked.
    private static var protection: [String: Any] {
        [kSecAttrAccessible as String: kSecAttrAccessibleWhenUnlockedThisDeviceOnly]
    }
}
