package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Proof
import no.bibliotekkortet.core.ReceiptView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.agreement
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What was signed, the newest first; there without network too. */
@Composable
fun ReceiptsScreen(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.receiptsTitle, Tags.RECEIPTS, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        when {
            state.receipts.isNotEmpty() ->
                Sheet {
                    state.receipts.forEachIndexed { index, receipt ->
                        if (index > 0) RowLine()
                        Row(receipt, moments) { actions.openReceipt(receipt.id) }
                    }
                }
            state.asking -> ListOutline(words.receiptsLoading, Tags.LIBRARIES_LOADING)
            trouble == null -> Empty(CardIcons.Receipt, words.receiptsEmptyTitle, words.receiptsEmptyText, Tags.RECEIPTS_EMPTY)
        }
    }
}

@Composable
private fun Row(
    receipt: ReceiptView,
    moments: Moments,
    onOpen: () -> Unit,
) {
    val words = LocalStrings.current
    Row(
        Modifier
            .fillMaxWidth()
            .clickable(role = Role.Button, onClick = onOpen)
            .heightIn(min = 64.dp)
            .padding(horizontal = Space.Regular, vertical = Space.Medium)
            .testTag(Tags.receiptRow(receipt.id)),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!largeText) WordIcon(CardIcons.Receipt, MaterialTheme.colorScheme.primary, Modifier.padding(end = Space.Regular))
        Column(Modifier.weight(1f), Arrangement.spacedBy(Space.Hair)) {
            FittingText(receipt.library.name, MaterialTheme.typography.titleSmall)
            Quiet(agreement(receipt.agreement, words), style = MaterialTheme.typography.bodySmall)
            Quiet(words.receiptsSigned(moments.at(receipt.signedAt)), style = MaterialTheme.typography.bodySmall)
            receipt.child?.let { StatusLine(CardIcons.Person, words.receiptsForChild(it), MaterialTheme.colorScheme.onSurfaceVariant) }
            if (receipt.proof != Proof.PROVED) ProofLine(receipt.proof)
        }
        WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, Modifier.padding(start = Space.Small), size = 18.dp)
    }
}
