import CardCore
import CardKit
import SwiftUI

/// The library that is home: one press takes it and goes on.
struct HomeStep: View {
    let stage: Stage
    let registration: RegistrationView
    let goOn: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        RegisterPage(
            tag: Tag.registerLibrary, title: words.registerLibraryTitle, why: words.registerLibraryText, stage: stage
        ) {
            if stage.shell.isSending { Waiting(text: words.registerSending, tag: Tag.waiting) }
            LibraryPicker(
                stage: stage, chosen: registration.homeLibrary?.number ?? stage.typed.library,
                spoken: words.registerA11yPick
            ) { number in
                stage.typed.library = number
                stage.actions.tellHome(number) {
                    (stage.typed.library, stage.typed.query) = (nil, "")
                    goOn()
                }
            }
        }
        .onAppear { if stage.shell.found == nil { stage.actions.find(stage.typed.query) } }
    }
}
