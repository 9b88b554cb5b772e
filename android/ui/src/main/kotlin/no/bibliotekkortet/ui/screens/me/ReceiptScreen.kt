package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ReceiptView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.Fact
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Folded
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.basis
import no.bibliotekkortet.ui.text.textLanguage
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** One receipt in plain words, whether it proves itself, and how to give it away. */
@Composable
fun ReceiptScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val receipt = state.receipts.find { it.id == shell.receipt }
    BackPage(words.receiptTitle, Tags.RECEIPT, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (receipt == null) {
            if (trouble == null) Empty(CardIcons.Receipt, words.receiptMissing, null, Tags.RECEIPTS_EMPTY)
            return@BackPage
        }
        FittingText(
            sentence(receipt, state.card?.name.orEmpty(), words, moments),
            MaterialTheme.typography.titleLarge,
            Modifier.padding(start = Space.Tiny, end = Space.Tiny, bottom = Space.Regular),
        )
        ProofPanel(receipt.proof)
        Sheet(Modifier.padding(top = Space.Regular)) {
            Fact(words.receiptForWhom, receipt.child ?: words.receiptMyself)
            receipt.basis?.let {
                Line()
                Fact(words.receiptBasis, basis(it, words))
            }
            Line()
            Fact(words.receiptLevel, words.receiptLevelHigh)
            Line()
            Fact(words.receiptVersion, receipt.version)
            Line()
            Fact(words.receiptLanguage, textLanguage(receipt.language, words))
        }
        Deeds(receipt, state.asking, shell, actions)
        Folded(words.receiptDetails, Tags.RECEIPT_DETAILS, Modifier.padding(top = Space.Large)) { Details(receipt) }
    }
}

@Composable
private fun Deeds(
    receipt: ReceiptView,
    asking: Boolean,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    OutlineButton(
        words.receiptShare,
        Tags.SHARE_RECEIPT,
        { actions.shareReceipt(receipt.id) },
        Modifier.fillMaxWidth().padding(top = Space.Large),
        icon = CardIcons.Share,
    )
    Saved(shell)
    QuietButton(
        if (asking) words.receiptChecking else words.receiptCheck,
        Tags.CHECK_RECEIPT,
        { actions.checkReceipt(receipt.id) },
        Modifier.fillMaxWidth().padding(top = Space.Small),
        CardIcons.Refresh,
        enabled = !asking,
    )
}

/** What the machines go by. */
@Composable
private fun Details(receipt: ReceiptView) {
    val words = LocalStrings.current
    Fact(words.receiptId, receipt.id)
    Fact(words.receiptIssuer, receipt.issuer)
    Fact(words.receiptEntry, words.receiptEntryOf(n = "${receipt.entry + 1u}", m = "${receipt.entries}"))
    Column(Modifier.padding(horizontal = Space.Regular, vertical = Space.Medium)) {
        Quiet(words.receiptHash, style = MaterialTheme.typography.bodySmall)
        SelectionContainer { Text(receipt.textHash.chunked(CHUNK).joinToString(" "), style = MaterialTheme.typography.bodySmall) }
    }
}

/** Where a file went that couldn't be given on. */
@Composable
internal fun Saved(shell: ShellState) {
    shell.saved?.let {
        Notice(CardIcons.Check, LocalStrings.current.shareSaved(it), AppTheme.card.fresh, Tags.SAVED, Modifier.padding(top = Space.Medium))
    }
}

private fun sentence(
    receipt: ReceiptView,
    name: String,
    words: Strings,
    moments: Moments,
): String {
    val (library, date) = receipt.library.name to moments.at(receipt.signedAt)
    val child = receipt.child
    return when {
        receipt.agreement == Agreement.RULES && child == null -> words.receiptRules(date, library, name)
        receipt.agreement == Agreement.RULES -> words.receiptRulesChild(child.orEmpty(), date, library, name)
        child == null -> words.receiptStaffless(date, library, name)
        else -> words.receiptStafflessChild(child, date, library, name)
    }
}

private const val CHUNK = 8
