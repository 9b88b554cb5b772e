#if !os(Linux)
    import CardCore
    import CardKit
    import CardUI
    import SwiftUI

    /// The catalogue that tests walk, for the preview pane of Xcode.
    struct States: PreviewProvider {
        static var previews: some View {
            ForEach((try? Catalogue.all()) ?? [], id: \.name) { entry in
                BibliotekkortetScreen(
                    state: entry.state, shell: entry.shell("nb"), opened: .constant(entry.opened),
                    tab: .constant(entry.tab), typed: entry.typed,
                    actions: Nobody()
                )
                .previewDisplayName(entry.name)
            }
        }
    }

    /// Nobody presses a preview.
    private final class Nobody: AppActions {
        func signIn(_ door: Door) {}
        func openBrowserAgain() {}
        func cancelSignIn() {}
        func refresh() {}
        func signIn(with form: CardForm) {}
        func giveOneTimeCode(_ code: String) {}
        func stepUp(_ action: Action) {}
        func seeDevices() {}
        func endDevice(_ id: String) {}
        func unlock() {}
        func lockCard(_ lock: Bool) {}
        func signOut(inBrowser: Bool) {}
        func again() {}
        func find(_ text: String) {}
        func findNear() {}
        func lookUp(_ number: String) {}
        func seeLibraries() {}
        func chooseHome(_ number: String) {}
        func withdraw(_ number: String) {}
        func beginTrip(_ libraries: [String], _ agreement: Agreement) {}
        func readAgain(_ language: String?) {}
        func signFor(_ party: UInt32) {}
        func haveRead() {}
        func sign() {}
        func skipStop() {}
        func keepRules() {}
        func endTrip() {}
        func checkReceipt(_ id: String) {}
        func shareReceipt(_ id: String) {}
        func keepCard() {}
        func exportData() {}
        func shareExport(_ form: ExportForm) {}
        func seeLeaving() {}
        func leave() {}
        func openOutside(_ address: String) {}
        func beginRegistration() {}
        func finishRegistration() {}
        func tellHome(_ number: String, then: @escaping Then) {}
        func changeEmail(_ email: String, then: @escaping Then) {}
        func proveEmail(_ code: String, then: @escaping Then) {}
        func seeContact() {}
        func changeContact(_ details: ContactDetails, then: @escaping Then) {}
        func resolveConflict(keepMine: Bool, then: @escaping Then) {}
        func chooseSecrets(pin: String?, password: String?, then: @escaping Then) {}
        func showCardOf(_ child: String?) {}
        func actFor(_ child: String?) {}
        func registerChildren(_ children: [String], _ library: String, then: @escaping Then) {}
        func signForChild(_ child: String, _ library: String) {}
        func makeChildCode(_ library: String) {}
        func seeLedger(_ child: String?) {}
        func dismissTrouble() {}
        func dismissShellTrouble() {}
        func chooseLanguage(_ code: String) {}
    }
#endif
