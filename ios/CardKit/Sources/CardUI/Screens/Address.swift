import SwiftUI

/// The sign-in's address, to take to a browser by hand. It holds no secret: the request lies at the provider (RFC 9126).
struct Address: View {
    let url: String
    @State private var isCopied = false
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.copy) private var copy

    var body: some View {
        Sheet {
            Text(words.browserNoBrowser)
                .type(TypeTokens.bodyLarge)
                .padding(.horizontal, Space.regular)
                .padding(.top, Space.regular)
            Text(verbatim: url)
                .type(TypeTokens.bodySmall)
                .foregroundStyle(palette.onSurfaceVariant)
                .textSelection(.enabled)
                .padding(.horizontal, Space.regular)
                .padding(.vertical, Space.medium)
                .accessibilityIdentifier(Tag.address)
            QuietButton(
                text: isCopied ? words.browserCopied : words.browserCopyAddress, tag: Tag.copyAddress,
                icon: isCopied ? .check : .copy
            ) {
                copy(url)
                isCopied = true
            }
            .padding(.bottom, Space.tiny)
        }
    }
}

/// Puts a text on the clipboard. The app gives the system's; SwiftUI has none of its own.
public struct CopyAction: Sendable {
    private let action: @MainActor @Sendable (String) -> Void

    public init(_ action: @escaping @MainActor @Sendable (String) -> Void) { self.action = action }

    @MainActor func callAsFunction(_ text: String) { action(text) }
}

private struct CopyKey: EnvironmentKey {
    static let defaultValue = CopyAction { _ in }
}

extension EnvironmentValues {
    /// The system's clipboard.
    public var copy: CopyAction {
        get { self[CopyKey.self] }
        set { self[CopyKey.self] = newValue }
    }
}
