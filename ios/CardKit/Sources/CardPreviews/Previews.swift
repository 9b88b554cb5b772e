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
                    state: entry.state, shell: entry.shell("nb"), opened: .constant(entry.opened), typed: entry.typed,
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
        func dismissTrouble() {}
        func dismissShellTrouble() {}
        func chooseLanguage(_ code: String) {}
    }
#endif
