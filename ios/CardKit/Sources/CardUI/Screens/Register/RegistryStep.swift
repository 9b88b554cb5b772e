import CardCore
import CardKit
import SwiftUI

/// Who Folkeregisteret says that the person is. Nothing of it is changed here.
struct RegistryStep: View {
    let stage: Stage
    let registration: RegistrationView
    let confirm: @MainActor () -> Void
    @Environment(\.words) private var words

    var body: some View {
        RegisterPage(
            tag: Tag.registerRegistry, title: words.registerRegistryTitle, why: words.registerRegistryText, stage: stage
        ) {
            if let registry = registration.registry {
                RegistryPanel(source: words.registerRegistrySource, address: words.registerRegistryAddress) {
                    Fact(name: words.registerRegistryName, value: registry.name)
                    Divider()
                    Fact(name: words.registerRegistryBorn, value: stage.moments.date(registry.born))
                }
            }
            PrimaryButton(text: words.registerRegistryConfirm, tag: Tag.registerNext, action: confirm)
            Folded(title: words.registerRegistryWrong, tag: Tag.registryWrong) {
                Hint(words.registerRegistryWrongText).padding(.vertical, Space.small)
            }
        }
    }
}
