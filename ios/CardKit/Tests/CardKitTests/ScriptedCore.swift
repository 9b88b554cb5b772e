import CardCore
import CardKit
import Foundation

/// A core that says what the test wants, and writes down what it was asked.
final class ScriptedCore: CardAppProtocol, @unchecked Sendable {
    /// What a command does when it is its turn; what it gives is the address to open.
    typealias Turn = @Sendable (ScriptedCore) throws -> String?

    private let lock = NSLock()
    private var observer: (any StateObserver)?
    private var now = AppState.blank
    private var list: [String] = []
    private var turns: [String: [Turn]] = [:]

    /// The commands in the order in which they came, with what is no secret of their arguments.
    var asked: [String] { lock.withLock { list } }

    /// The next time that the command comes, this happens; afterwards nothing does.
    func next(_ command: String, _ turn: @escaping Turn) { lock.withLock { turns[command, default: []].append(turn) } }

    /// The state changes so.
    func tell(_ change: (inout AppState) -> Void) {
        let (state, observer) = lock.withLock {
            now.revision += 1
            change(&now)
            return (now, self.observer)
        }
        try? observer?.changed(state: state)
    }

    func tell(_ revision: UInt64) {
        var state = AppState.blank
        state.revision = revision
        try? lock.withLock { observer }?.changed(state: state)
    }

    func forget() { lock.withLock { observer = nil } }

    func state() -> AppState { lock.withLock { now } }

    func observe(observer: StateObserver) -> Subscription {
        lock.withLock { self.observer = observer }
        return Subscription(noHandle: .init())
    }

    @discardableResult
    private func take(_ command: String, _ arguments: String...) throws -> String? {
        let turn: Turn? = lock.withLock {
            list.append(([command] + arguments).joined(separator: " "))
            return turns[command]?.isEmpty == false ? turns[command]?.removeFirst() : nil
        }
        return try turn?(self)
    }

    func start() async throws { try take("start") }
    func beginAgain(redirectUri: String, language: String) async throws -> String { try take("beginAgain") ?? "" }
    func beginSignIn(door: Door, redirectUri: String, language: String) async throws -> String {
        try take("beginSignIn", "\(door)") ?? ""
    }
    func signInWithCard(user: String, credential: Credential, remember: Bool, redirectUri: String, language: String)
        async throws -> String?
    {
        let kind = if case .pin = credential { "pin" } else { "password" }
        return try take("signInWithCard", user, kind, "\(remember)")
    }
    func giveOneTimeCode(code: String) async throws { try take("giveOneTimeCode", code) }
    func stepUp(action: Action, redirectUri: String, language: String) async throws -> String? {
        try take("stepUp", "\(action)")
    }
    func goOn() async throws { try take("goOn") }
    func finishSignIn(redirect: String) async throws { try take("finishSignIn", redirect) }
    func cancelSignIn() async throws { try take("cancelSignIn") }
    func refresh() async throws { try take("refresh") }
    func signOut(redirectUri: String?, language: String) async throws -> String? {
        try take("signOut", redirectUri ?? "-")
    }
    func finishSignOut(redirect: String) async throws { try take("finishSignOut", redirect) }
    func seeDevices() async throws { try take("seeDevices") }
    func endDevice(id: String) async throws { try take("endDevice", id) }
    func inFront(is isIt: Bool) async throws { try take("inFront", "\(isIt)") }
    func unlock() async throws { try take("unlock") }
    func lockCard(lock: Bool) async throws { try take("lockCard", "\(lock)") }
    func dismissTrouble() async throws { try take("dismissTrouble") }

    /// What a search finds, by what is typed.
    var directory: [LibraryProfile] = []
    func findLibraries(text: String, near: Position?, limit: UInt32, language: String) -> Found {
        _ = try? take("find", text, near == nil ? "" : "near")
        let hits = directory.filter { text.isEmpty || $0.library.name.lowercased().hasPrefix(text.lowercased()) }
        return Found(libraries: hits, total: UInt32(hits.count), demo: true)
    }
    func library(number: String, language: String) -> LibraryProfile? {
        _ = try? take("library", number, language)
        return directory.first { $0.library.number == number }
    }
    func seeLibraries() async throws { try take("seeLibraries") }
    func chooseHome(number: String) async throws { try take("chooseHome", number) }
    func withdraw(number: String) async throws { try take("withdraw", number) }
    func watchDesk(on: Bool) async throws { try take("watchDesk", "\(on)") }
    func beginTrip(libraries: [String], agreement: Agreement, language: String) async throws {
        try take("beginTrip", libraries.joined(separator: "+"), "\(agreement)", language)
    }
    func goToStop(stop: UInt32, language: String) async throws { try take("goToStop", "\(stop)", language) }
    func signFor(party: UInt32) async throws { try take("signFor", "\(party)") }
    func haveRead() async throws { try take("haveRead") }
    func sign() async throws { try take("sign") }
    func skipStop() async throws { try take("skipStop") }
    func endTrip() async throws { try take("endTrip") }
    func checkReceipt(id: String) async throws { try take("checkReceipt", id) }
    func receiptFile(id: String) async throws -> Data { Data((try take("receiptFile", id) ?? "").utf8) }
    func keepCard() async throws { try take("keepCard") }
    func seeLeaving() async throws { try take("seeLeaving") }
    func leave() async throws { try take("leave") }
    func beginRegistration(redirectUri: String, language: String) async throws -> String? {
        try take("beginRegistration")
    }
    func finishRegistration(language: String) async throws { try take("finishRegistration", language) }
    func changeEmail(email: String) async throws { try take("changeEmail", email) }
    func proveEmail(code: String) async throws { try take("proveEmail", code) }
    func seeContact() async throws { try take("seeContact") }
    func changeContact(details: ContactDetails) async throws { try take("changeContact", details.phone ?? "-") }
    func resolveConflict(keepMine: Bool) async throws { try take("resolveConflict", "\(keepMine)") }
    func chooseSecrets(pin: String?, password: String?) async throws {
        try take("chooseSecrets", pin ?? "-", password ?? "-")
    }
    func registerChildren(children: [String], library: String) async throws {
        try take("registerChildren", children.joined(separator: "+"), library)
    }
    func makeChildCode(library: String) async throws { try take("makeChildCode", library) }
    func actFor(childId: String?) async throws { try take("actFor", childId ?? "-") }
    func seeLedger(childId: String?) async throws { try take("seeLedger", childId ?? "-") }
    func showCardOf(childId: String?) async throws { try take("showCardOf", childId ?? "-") }
    func exportData() async throws -> ExportView {
        ExportView(
            json: try take("exportData") ?? "{}",
            lines: [
                ExportLine(kind: .name, what: "Kari Sandstad", at: nil),
                ExportLine(kind: .mail, what: "Velkommen", at: nil),
            ])
    }
}

extension AppState {
    static let blank = AppState(
        revision: 0, phase: .starting, card: nil, refreshing: false, offline: false, needsSignIn: false,
        clearedFor: nil, devices: nil, lockCard: false, relations: [], relationsAt: nil,
        asking: false, trip: nil, receipts: [], notices: [], leaving: nil, registration: nil, household: nil,
        actingFor: nil, shown: nil, contact: nil, conflict: nil, ledger: nil,
        secretRules: SecretRulesView(pinDigits: 4, passwordLeast: 15, passwordMost: 128), trouble: nil)
}
