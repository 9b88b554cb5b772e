import CardCore
import CardKit
import SwiftUI

/// What was signed, the newest first; there without network too.
struct ReceiptsScreen: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.receipts) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if !receipts.isEmpty {
                    Sheet {
                        ForEach(receipts, id: \.id) { receipt in
                            if receipt.id != receipts.first?.id { RowLine() }
                            ReceiptRow(receipt: receipt, moments: stage.moments) { stage.openReceipt(receipt.id) }
                        }
                    }
                } else if stage.state.asking {
                    Waiting(text: words.receiptsLoading, tag: Tag.librariesLoading)
                } else if stage.trouble == nil {
                    Empty(
                        icon: .receipt, title: words.receiptsEmptyTitle, text: words.receiptsEmptyText,
                        tag: Tag.receiptsEmpty)
                }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLibraries() }
        .navigationTitle(words.receiptsTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    private var receipts: [ReceiptView] { stage.state.receipts }
}

private struct ReceiptRow: View {
    let receipt: ReceiptView
    let moments: Moments
    let open: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Button(action: open) {
            HStack(spacing: Space.regular) {
                if !textSize.isAccessibilitySize { Icon(.receipt).foregroundStyle(palette.primary).frame(width: 28) }
                VStack(alignment: .leading, spacing: Space.hair) {
                    Plain(receipt.library.name, style: TypeTokens.titleSmall)
                    Small(agreementWords(receipt.agreement, words))
                    Small(words.receiptsSigned(moments.at(receipt.signedAt)))
                    if let child = receipt.child {
                        StatusLine(icon: .person, text: words.receiptsForChild(child), color: palette.onSurfaceVariant)
                    }
                    if receipt.proof != .proved {
                        StatusLine(
                            icon: receipt.proof.icon, text: proofWords(receipt.proof, words).title,
                            color: receipt.proof.colors(palette).text)
                    }
                }
                .multilineTextAlignment(.leading)
                Spacer(minLength: 0)
                Icon(.forward).foregroundStyle(palette.onSurfaceVariant)
            }
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(minHeight: 64)
            .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(Tag.receiptRow(receipt.id))
    }
}

extension Proof {
    var icon: CardIcon {
        switch self {
        case .proved: .check
        case .refused: .warning
        case .noKeys: .clock
        }
    }

    func colors(_ palette: Palette) -> StatusColors {
        switch self {
        case .proved: palette.fresh
        case .refused: palette.blocked
        case .noKeys: palette.ageing
        }
    }
}
