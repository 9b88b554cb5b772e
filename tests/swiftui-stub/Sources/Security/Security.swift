// swift-format-ignore-file
@_exported import Foundation

public typealias OSStatus = Int32
public typealias CFString = String
public typealias CFDictionary = [String: Any]
public typealias CFTypeRef = AnyObject

public let errSecSuccess: OSStatus = 0
public let errSecItemNotFound: OSStatus = -25300
public let errSecDuplicateItem: OSStatus = -25299
public let errSecInteractionNotAllowed: OSStatus = -25308

public let kSecClass = "class"
public let kSecClassGenericPassword = "genp"
public let kSecAttrService = "svce"
public let kSecAttrAccount = "acct"
public let kSecAttrAccessible = "pdmn"
public let kSecAttrAccessibleWhenUnlockedThisDeviceOnly = "aku"
public let kSecUseDataProtectionKeychain = "nleg"
public let kSecValueData = "v_Data"
public let kSecReturnData = "r_Data"

/// The items in memory, and what a test makes every call answer.
public final class _Keychain: @unchecked Sendable {
    public static let now = _Keychain()
    private let lock = NSLock()
    private var kept: [String: [String: Any]] = [:]
    private var answer: OSStatus?

    public var status: OSStatus? {
        get { lock.withLock { answer } }
        set { lock.withLock { answer = newValue } }
    }
    public var items: [[String: Any]] { lock.withLock { Array(kept.values) } }
    public func clear() { lock.withLock { kept = [:] } }

    func run(_ query: CFDictionary, _ body: (inout [String: [String: Any]], String) -> OSStatus) -> OSStatus {
        lock.withLock {
            if let answer { return answer }
            let service = query[kSecAttrService] as? String ?? ""
            return body(&kept, "\(service)/\(query[kSecAttrAccount] as? String ?? "")")
        }
    }
}

public func SecItemAdd(_ attributes: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    _Keychain.now.run(attributes) { items, name in
        if items[name] != nil { return errSecDuplicateItem }
        items[name] = attributes
        return errSecSuccess
    }
}

public func SecItemUpdate(_ query: CFDictionary, _ changes: CFDictionary) -> OSStatus {
    _Keychain.now.run(query) { items, name in
        if items[name] == nil { return errSecItemNotFound }
        items[name]?.merge(changes) { $1 }
        return errSecSuccess
    }
}

public func SecItemDelete(_ query: CFDictionary) -> OSStatus {
    _Keychain.now.run(query) { items, name in
        let gone = name.hasSuffix("/") ? items.keys.filter { $0.hasPrefix(name) } : items.keys.filter { $0 == name }
        for name in gone { items[name] = nil }
        return gone.isEmpty ? errSecItemNotFound : errSecSuccess
    }
}

public func SecItemCopyMatching(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    _Keychain.now.run(query) { items, name in
        guard let item = items[name], let data = item[kSecValueData] as? Data else { return errSecItemNotFound }
        result?.pointee = data as NSData
        return errSecSuccess
    }
}
