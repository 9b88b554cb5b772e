import CardKit
import SwiftUI

/// A failure at a form: a voice goes to it, and its button leads on to the field that is to be put right.
struct FormTrouble: View {
    let trouble: Trouble?
    let actions: any AppActions
    let focus: FocusState<FormField?>.Binding
    @AccessibilityFocusState private var isHeard: Bool

    var body: some View {
        if let trouble {
            TroublePanel(trouble: trouble, actions: actions) {
                if case .write(let field) = trouble.step { focus.wrappedValue = field }
            }
            .accessibilityFocused($isHeard)
            .onChange(of: trouble, initial: true) { _, _ in isHeard = true }
        }
    }
}
