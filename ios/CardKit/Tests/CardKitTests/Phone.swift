import CardCore
import CardKit
import CardKitFakes
import Foundation

/// A data folder and a safe store, as a phone has them; apps come and go on it.
final class Phone: Sendable {
    let folder: URL
    let store = MemoryStore()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("card-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Signs in at ID-porten itself, or with `byService` at the card service, which has all three doors.
    func app(_ sandbox: SandboxProcess, byService: Bool = false, issuer: String? = nil, at path: String? = nil) throws
        -> CardApp
    {
        let config = AppConfig(
            dataDir: path ?? folder.path, issuer: issuer ?? (byService ? sandbox.cardService : sandbox.issuer),
            cardService: sandbox.cardService, clientId: "bibliotekkortet-app", idPortenDirectly: !byService,
            deviceName: "iPhone", allowLoopbackHttp: true)
        return try CardApp(config: config, vault: SecureVault(store))
    }
}

/// Nobody listens here.
let nowhere = "http://127.0.0.1:9"

extension CardApp {
    func begin() async throws -> String {
        try await beginSignIn(door: .idPorten, redirectUri: Link.redirectAddress, language: "nb")
    }

    /// Kari, by the card number's door.
    func signIn(pin: String) async throws {
        _ = try await signInWithCard(
            user: "N012345678", credential: .pin(digits: pin), remember: true, redirectUri: Link.redirectAddress,
            language: "nb")
    }

    func signIn(_ persona: String = "kari") async throws {
        try await finishSignIn(redirect: fillIn(begin(), persona))
    }
}

final class Observer: StateObserver {
    private let tell: @Sendable (AppState) throws -> Void

    init(_ tell: @escaping @Sendable (AppState) throws -> Void) { self.tell = tell }

    func changed(state: AppState) throws { try tell(state) }
}

/// What several threads write down.
final class Notes<T: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var list: [T] = []

    var all: [T] { lock.withLock { list } }

    func add(_ note: T) { lock.withLock { list.append(note) } }
}

/// Whether it comes true; only a failing test waits to the end. The walks through all screens share the main actor and may keep
/// it for long, so waiting is a time and a number of looks.
func eventually(_ condition: () throws -> Bool, isolation: isolated (any Actor)? = #isolation) async rethrows -> Bool {
    let end = ContinuousClock.now + .seconds(30)
    var looks = 0
    while try !condition(), ContinuousClock.now < end || looks < 1000 {
        try? await Task.sleep(for: .milliseconds(5))
        looks += 1
    }
    return try condition()
}

/// Long enough for what must not happen to happen.
func settled() async { try? await Task.sleep(for: .milliseconds(60)) }
