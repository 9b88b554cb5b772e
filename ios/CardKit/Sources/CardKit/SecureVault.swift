import CardCore
import Foundation

/// A safe store as the core's vault: whatever goes wrong is `VaultUnavailable`.
public final class SecureVault: Vault {
    private let store: any SecureStore

    public init(_ store: any SecureStore) { self.store = store }

    public func get(name: String) throws -> Data? { try guarded { try store.read(name) } }

    public func set(name: String, value: Data) throws { try guarded { try store.write(name, value) } }

    public func remove(name: String) throws { try guarded { try store.delete(name) } }

    private func guarded<T>(_ body: () throws -> T) throws -> T {
        do { return try body() } catch { throw CardError.VaultUnavailable }
    }
}
