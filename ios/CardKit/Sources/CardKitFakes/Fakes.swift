import CardCore
import CardKit
import Foundation

/// A browser that does what the test says.
@MainActor
public final class FakeBrowser: WebAuthentication {
    /// Addresses that were opened.
    public private(set) var opened: [String] = []
    /// What happens on the page; nil waits until it is closed.
    public var visit: (@MainActor (String) async -> BrowserEnd)?
    private var waiting: CheckedContinuation<BrowserEnd, Never>?

    public init(_ visit: (@MainActor (String) async -> BrowserEnd)? = nil) { self.visit = visit }

    public func open(_ url: String, redirect: String) async -> BrowserEnd {
        opened.append(url)
        if let visit { return await visit(url) }
        return await withCheckedContinuation { waiting = $0 }
    }

    public func close() {
        waiting?.resume(returning: .dismissed)
        waiting = nil
    }
}

/// A device that answers what the test says.
@MainActor
public final class FakeLock: DeviceLock {
    /// The reasons that were shown.
    public private(set) var asked: [String] = []
    public var answer: Recognition

    public init(_ answer: Recognition = .recognised) { self.answer = answer }

    public func recognise(_ reason: String) async -> Recognition {
        asked.append(reason)
        return answer
    }
}

/// Other apps that note what they were given.
@MainActor
public final class FakeApps: OtherApps {
    /// A file that was given away.
    public struct File: Equatable {
        public let name: String
        public let bytes: Data
        public let type: String
    }

    public private(set) var opened: [String] = []
    public private(set) var shared: [File] = []

    public init() {}

    public func open(_ address: String) { opened.append(address) }

    public func share(_ name: String, _ bytes: Data, type: String) {
        shared.append(File(name: name, bytes: bytes, type: type))
    }
}

/// A device that is where the test says.
@MainActor
public final class FakeLocator: Locator {
    public private(set) var asked = 0
    public var answer: Position?

    public init(_ answer: Position?) { self.answer = answer }

    public func locate() async -> Position? {
        asked += 1
        return answer
    }
}

/// Safe storage in memory.
public final class MemoryStore: SecureStore, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String: Data] = [:]
    private var failure: (any Error)?

    public init() {}

    /// Thrown by every call, when set.
    public var broken: (any Error)? {
        get { lock.withLock { failure } }
        set { lock.withLock { failure = newValue } }
    }

    public func read(_ name: String) throws -> Data? { try opened { $0[name] } }

    public func write(_ name: String, _ value: Data) throws { try opened { $0[name] = value } }

    public func delete(_ name: String) throws { try opened { $0[name] = nil } }

    private func opened<T>(_ body: (inout [String: Data]) -> T) throws -> T {
        try lock.withLock {
            if let failure { throw failure }
            return body(&kept)
        }
    }
}

/// A clock that stands still.
public struct FixedClock: WallClock {
    private let moment: Date

    public init(_ moment: Date) { self.moment = moment }

    public func now() -> Date { moment }
}

/// A screen in memory.
@MainActor
public final class FakeScreen: ScreenBrightness {
    public var level: Double

    public init(level: Double = 0.4) {
        self.level = level
    }
}
