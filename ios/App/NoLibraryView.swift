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
                clearedFor: nil, devices: nil, lockCard: false, trouble: nil),
            shell: ShellState(
                language: LanguageChoice(defaults: .standard).current, now: Date(), zone: .current, trouble: .noLibrary),
            opened: .constant(.nothing), actions: OnlyAgain(again))
    }
}

private final class OnlyAgain: AppActions {
    private let again: @MainActor () -> Void

    init(_ again: @escaping @MainActor () -> Void) { self.again = again }

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
    func dismissTrouble() { again() }
    func dismissShellTrouble() { again() }
    func chooseLanguage(_ code: String) {}
}
