import CardCore
import CardKit
import CardUI
import SwiftUI

/// The same screens without a core: they say what is wrong, and the button tries again.
struct NoLibraryView: View {
    let again: @MainActor () -> Void

    var body: some View {
        BibliotekkortetScreen(
            state: AppState(
                revision: 0, phase: .starting, card: nil, refreshing: false, offline: false, needsSignIn: false,
                clearedFor: nil, devices: nil, lockCard: false, relations: [], relationsAt: nil, asking: false,
                trip: nil,
                receipts: [], notices: [], leaving: nil, registration: nil,
                household: nil, actingFor: nil, shown: nil, contact: nil, conflict: nil, ledger: nil,
                secretRules: SecretRulesView(pinDigits: 0, passwordLeast: 0, passwordMost: 0), trouble: nil),
            shell: ShellState(
                language: LanguageChoice(defaults: .standard).current, now: Date(), zone: .current, trouble: .noLibrary),
            opened: .constant(.nothing), tab: .constant(.card), actions: OnlyAgain(again))
    }
}

private final class OnlyAgain: AppActions {
    private let start: @MainActor () -> Void

    init(_ start: @escaping @MainActor () -> Void) { self.start = start }

    func again() { start() }

    func signIn(_ door: Door) { again() }
    func openBrowserAgain() { again() }
    func cancelSignIn() { again() }
    func refresh() { again() }
    func signIn(with form: CardForm) { again() }
    func giveOneTimeCode(_ code: String) { again() }
    func stepUp(_ action: Action) { again() }
    func seeDevices() { again() }
    func endDevice(_ id: String) { again() }
    func unlock() { again() }
    func lockCard(_ lock: Bool) { again() }
    func signOut(inBrowser: Bool) { again() }
    func find(_ text: String) { again() }
    func findNear() { again() }
    func lookUp(_ number: String) { again() }
    func seeLibraries() { again() }
    func chooseHome(_ number: String) { again() }
    func withdraw(_ number: String) { again() }
    func beginTrip(_ libraries: [String], _ agreement: Agreement) { again() }
    func readAgain(_ language: String?) { again() }
    func signFor(_ party: UInt32) { again() }
    func haveRead() { again() }
    func sign() { again() }
    func skipStop() { again() }
    func keepRules() { again() }
    func endTrip() { again() }
    func checkReceipt(_ id: String) { again() }
    func shareReceipt(_ id: String) { again() }
    func keepCard() { again() }
    func exportData() { again() }
    func shareExport(_ form: ExportForm) { again() }
    func seeLeaving() { again() }
    func leave() { again() }
    func openOutside(_ address: String) { again() }
    func beginRegistration() { again() }
    func finishRegistration() { again() }
    func tellHome(_ number: String, then: @escaping Then) { again() }
    func changeEmail(_ email: String, then: @escaping Then) { again() }
    func proveEmail(_ code: String, then: @escaping Then) { again() }
    func seeContact() { again() }
    func changeContact(_ details: ContactDetails, then: @escaping Then) { again() }
    func resolveConflict(keepMine: Bool, then: @escaping Then) { again() }
    func chooseSecrets(pin: String?, password: String?, then: @escaping Then) { again() }
    func showCardOf(_ child: String?) { again() }
    func actFor(_ child: String?) { again() }
    func registerChildren(_ children: [String], _ library: String, then: @escaping Then) { again() }
    func signForChild(_ child: String, _ library: String) { again() }
    func makeChildCode(_ library: String) { again() }
    func seeLedger(_ child: String?) { again() }
    func dismissTrouble() { again() }
    func dismissShellTrouble() { again() }
    func chooseLanguage(_ code: String) {}
}
