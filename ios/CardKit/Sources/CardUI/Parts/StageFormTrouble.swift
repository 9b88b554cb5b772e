import CardKit
import SwiftUI

/// A failure at a form of a page: a voice goes to it, and its button leads on to the field, or sends another code.
struct StageFormTrouble: View {
    let stage: Stage
    let focus: FocusState<FormField?>.Binding
    /// Has another code sent.
    var codeAgain: @MainActor () -> Void = {}
    /// Sends what stands in the fields once more: what is secret isn't kept anywhere else.
    var resend: @MainActor () -> Void = {}
    @AccessibilityFocusState private var isHeard: Bool

    var body: some View {
        if let trouble = stage.trouble {
            TroublePanel(trouble: trouble, actions: stage.actions) {
                switch trouble.step {
                case .write(let field): focus.wrappedValue = field
                case .codeAgain: codeAgain()
                case .again: resend()
                default: stage.follow(trouble)
                }
            }
            .accessibilityFocused($isHeard)
            .onChange(of: trouble, initial: true) { _, _ in isHeard = true }
        }
    }
}
