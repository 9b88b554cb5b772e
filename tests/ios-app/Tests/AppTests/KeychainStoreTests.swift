import Foundation
import Security
import Testing

@testable import App

/// One Keychain for all, so one after the other.
@Suite("Keychain", .serialized) struct KeychainStoreTests {
    private let store = KeychainStore(service: "test")

    init() {
        _Keychain.now.status = nil
        _Keychain.now.clear()
    }

    @Test("gives back what it got, and the newer of two") func keeps() throws {
        #expect(try store.read("session") == nil)
        try store.write("session", Data([1]))
        try store.write("session", Data([2]))
        #expect(try store.read("session") == Data([2]))
        #expect(_Keychain.now.items.count == 1)
    }

    @Test("stays on this phone and needs it unlocked") func protection() throws {
        try store.write("session", Data([1]))
        let item = try #require(_Keychain.now.items.first)
        #expect(item[kSecAttrAccessible] as? String == kSecAttrAccessibleWhenUnlockedThisDeviceOnly)
        #expect(item[kSecUseDataProtectionKeychain] as? Bool == true)
    }

    @Test("forgets one, and forgetting nothing is fine") func forgets() throws {
        try store.write("a", Data([1]))
        try store.write("b", Data([2]))
        try store.delete("a")
        try store.delete("a")
        #expect(try store.read("a") == nil)
        #expect(try store.read("b") == Data([2]))
    }

    @Test("a locked phone is an error, not an empty store") func locked() throws {
        try store.write("session", Data([1]))
        _Keychain.now.status = errSecInteractionNotAllowed
        let failure = KeychainStore.Failure(status: errSecInteractionNotAllowed)
        #expect(throws: failure) { try store.read("session") }
        #expect(throws: failure) { try store.write("session", Data([2])) }
        #expect(throws: failure) { try store.delete("session") }
        _Keychain.now.status = nil
        #expect(try store.read("session") == Data([1]))
    }

    @Test("a fresh install finds nothing of the last owner, a second start keeps its own") func firstRun() throws {
        let defaults = try #require(UserDefaults(suiteName: "first-run-\(UUID().uuidString)"))
        try store.write("session", Data([1]))
        FirstRun(defaults: defaults).purge(store)
        #expect(try store.read("session") == nil)
        try store.write("session", Data([2]))
        FirstRun(defaults: defaults).purge(store)
        #expect(try store.read("session") == Data([2]))
    }
}
