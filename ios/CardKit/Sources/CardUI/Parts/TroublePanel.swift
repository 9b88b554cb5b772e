import CardKit
import SwiftUI

/// A failure: what happened, what is safe, and the thing to do as a button. Never blocks what is under it.
struct TroublePanel: View {
    let trouble: Trouble
    let actions: any AppActions
    /// What follows its button.
    var after: @MainActor () -> Void = {}
    @Environment(\.palette) private var palette
    @Environment(\.words) private var words

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            HStack(alignment: .top, spacing: Space.medium) {
                Icon(icon).padding(.top, 13)
                Text(trouble.title)
                    .type(TypeTokens.titleMedium)
                    .fixedSize(horizontal: false, vertical: true)
                    .padding(.top, Space.medium)
                    .accessibilityAddTraits(.isHeader)
                Spacer(minLength: 0)
                dismiss
            }
            .foregroundStyle(colors.text)
            VStack(alignment: .leading, spacing: Space.medium) {
                Text(trouble.text)
                    .type(TypeTokens.bodyMedium)
                    .foregroundStyle(palette.onSurface)
                    .fixedSize(horizontal: false, vertical: true)
                OutlineButton(text: trouble.action, tag: Tag.troubleAction, color: colors.text) {
                    actions.carryOut(trouble)
                    after()
                }
            }
            .padding(.trailing, Space.medium)
        }
        .padding(.leading, Space.regular)
        .padding(.top, Space.tiny)
        .padding(.trailing, Space.tiny)
        .padding(.bottom, Space.regular)
        .background(colors.container, in: RoundedRectangle(cornerRadius: Radius.large))
        .accessibilityIdentifier(Tag.trouble)
    }

    private var dismiss: some View {
        Button {
            actions.dismiss(trouble)
        } label: {
            Icon(.close).frame(minWidth: Space.touch, minHeight: Space.touch)
        }
        .buttonStyle(.plain)
        .accessibilityLabel(words.a11yDismiss)
        .accessibilityIdentifier(Tag.troubleDismiss)
    }

    private var colors: StatusColors {
        switch trouble.tone {
        case .news, .offline: palette.offline
        case .wait: palette.ageing
        case .stop: palette.blocked
        }
    }

    private var icon: CardIcon {
        switch trouble.tone {
        case .news: .info
        case .offline: .offline
        case .wait, .stop: .warning
        }
    }
}
