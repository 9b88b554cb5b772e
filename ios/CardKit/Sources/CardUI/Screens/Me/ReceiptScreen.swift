import CardCore
import CardKit
import SwiftUI

/// One receipt in plain words, whether it proves itself, and how to give it away.
struct ReceiptScreen: View {
    let stage: Stage
    let id: String?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.receipt) {
            VStack(alignment: .leading, spacing: Space.regular) {
                StageTrouble(stage: stage)
                if let receipt {
                    shown(receipt)
                } else if stage.trouble == nil {
                    Empty(icon: .receipt, title: words.receiptMissing, tag: Tag.receiptsEmpty)
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.receiptTitle)
        .navigationBarTitleDisplayMode(.inline)
        .onChange(of: receipt?.proof) { _, proof in
            if let proof { announce(proofWords(proof, words).title) }
        }
    }

    @ViewBuilder private func shown(_ receipt: ReceiptView) -> some View {
        Plain(
            receipt.sentence(stage.state.card?.name ?? "", words, stage.moments), style: TypeTokens.titleLarge)
        proof(receipt.proof)
        facts(receipt)
        OutlineButton(text: words.receiptShare, tag: Tag.shareReceipt, color: palette.primary) {
            stage.actions.shareReceipt(receipt.id)
        }
        QuietButton(
            text: stage.state.asking ? words.receiptChecking : words.receiptCheck, tag: Tag.checkReceipt,
            icon: .refresh, isEnabled: !stage.state.asking
        ) { stage.actions.checkReceipt(receipt.id) }
        Folded(title: words.receiptDetails, tag: Tag.receiptDetails) {
            Fact(name: words.receiptId, value: receipt.id)
            Fact(name: words.receiptIssuer, value: receipt.issuer)
            Fact(name: words.receiptEntry, value: words.receiptEntryOf("\(receipt.entries)", "\(receipt.entry + 1)"))
            Fact(name: words.receiptHash, value: receipt.textHash)
        }
    }

    private func proof(_ proof: Proof) -> some View {
        let said = proofWords(proof, words)
        return Panel(
            icon: proof.icon, title: said.title, text: said.text, colors: proof.colors(palette), tag: Tag.receiptProof
        ) {}
    }

    private func facts(_ receipt: ReceiptView) -> some View {
        Sheet {
            Fact(name: words.receiptForWhom, value: receipt.child ?? words.receiptMyself)
            if let basis = receipt.basis {
                Divider()
                Fact(name: words.receiptBasis, value: receiptBasis(basis, words))
            }
            Divider()
            Fact(name: words.receiptLevel, value: words.receiptLevelHigh)
            Divider()
            Fact(name: words.receiptVersion, value: receipt.version)
            Divider()
            Fact(name: words.receiptLanguage, value: textLanguage(receipt.language, words))
        }
    }

    private var receipt: ReceiptView? { stage.state.receipts.first { $0.id == id } }
}
