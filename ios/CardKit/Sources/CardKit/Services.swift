import CardCore
import Foundation

/// How a visit to the browser ended.
public enum BrowserEnd: Equatable, Sendable {
    /// With the redirect, unread.
    case returned(String)
    /// The person closed it, or we did.
    case dismissed
    /// It didn't open at all.
    case notOpened
}

/// The system's browser for signing in.
@MainActor
public protocol WebAuthentication: AnyObject {
    /// Opens `url` and waits until the browser is sent to `redirect` or is gone.
    func open(_ url: String, redirect: String) async -> BrowserEnd
    /// Closes what is open; the visit ends as dismissed.
    func close()
}

/// What the device says of who holds it.
public enum Recognition: Equatable, Sendable, CaseIterable {
    /// Its owner: face, finger or code.
    case recognised
    /// Somebody else, or the owner thought better of it.
    case refused
    /// The device has no code to recognise anybody by.
    case notSetUp
}

/// The device's own lock.
@MainActor
public protocol DeviceLock: AnyObject {
    /// Asks who holds the device; `reason` is shown to them.
    func recognise(_ reason: String) async -> Recognition
}

/// The device's safe storage. Called off the main thread.
public protocol SecureStore: AnyObject, Sendable {
    func read(_ name: String) throws -> Data?
    func write(_ name: String, _ value: Data) throws
    func delete(_ name: String) throws
}

/// Other apps on the device.
@MainActor
public protocol OtherApps: AnyObject {
    /// Opens an address in the app that is for it: e-mail, phone, browser.
    func open(_ address: String)
    /// Lets the person choose where a file goes. `type` is a MIME type.
    func share(_ name: String, _ bytes: Data, type: String)
}

/// Where the person is. Asked only when they want it.
@MainActor
public protocol Locator: AnyObject {
    /// None when the device doesn't know, or the person says no.
    func locate() async -> Position?
}

/// How bright the screen is, 0 to 1.
@MainActor
public protocol ScreenBrightness: AnyObject {
    var level: Double { get set }
}

/// What time it is.
public protocol WallClock: Sendable {
    func now() -> Date
}

/// The device's own clock.
public struct SystemClock: WallClock {
    public init() {}

    public func now() -> Date { Date() }
}
