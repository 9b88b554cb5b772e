package no.bibliotekkortet.ui.screens.me

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.Proof
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.StatusColors

/** Whether a receipt proves itself, with what that means. */
@Composable
internal fun ProofPanel(
    proof: Proof,
    modifier: Modifier = Modifier,
) {
    val (icon, title, colors) = look(proof)
    val words = LocalStrings.current
    val text =
        when (proof) {
            Proof.PROVED -> words.receiptProvedText
            Proof.REFUSED -> words.receiptRefusedText
            Proof.NO_KEYS -> words.receiptNoKeysText
        }
    Panel(icon, title, text, colors, Tags.RECEIPT_PROOF, modifier.semantics { liveRegion = LiveRegionMode.Polite })
}

/** The same in a line. */
@Composable
internal fun ProofLine(proof: Proof) {
    val (icon, title, colors) = look(proof)
    StatusLine(icon, title, colors.text)
}

@Composable
private fun look(proof: Proof): Triple<ImageVector, String, StatusColors> {
    val words = LocalStrings.current
    return when (proof) {
        Proof.PROVED -> Triple(CardIcons.Check, words.receiptProved, AppTheme.card.fresh)
        Proof.REFUSED -> Triple(CardIcons.Warning, words.receiptRefused, AppTheme.card.blocked)
        Proof.NO_KEYS -> Triple(CardIcons.Clock, words.receiptNoKeys, AppTheme.card.ageing)
    }
}
