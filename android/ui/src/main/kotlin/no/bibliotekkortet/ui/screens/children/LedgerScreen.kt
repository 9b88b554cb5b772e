package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.LedgerEntryView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.children
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.done
import no.bibliotekkortet.ui.text.doneBy
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What was done with a card, the newest first: what, where, when and in which role. The child can read the same. */
@Composable
fun LedgerScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val child = state.children.find { it.id == shell.child }
    val entries = state.ledger?.takeIf { it.child == shell.child }?.entries
    BackPage(child?.name?.let(words::ledgerChildTitle) ?: words.ledgerTitle, Tags.LEDGER, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        when {
            entries == null -> NotHere(state, shell, trouble, actions)
            entries.isEmpty() -> Empty(CardIcons.Document, words.ledgerEmpty, null, Tags.LEDGER_EMPTY)
            else -> {
                Quiet(words.ledgerIntro, Modifier.padding(start = Space.Tiny, end = Space.Tiny, bottom = Space.Medium))
                Sheet {
                    entries.forEachIndexed { index, entry ->
                        if (index > 0) Line()
                        Entry(entry, child?.name, moments)
                    }
                }
            }
        }
    }
}

@Composable
private fun NotHere(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    when {
        trouble != null -> Unit
        state.asking -> ListOutline(words.ledgerLoading, Tags.LEDGER_LOADING)
        else -> {
            if (state.offline) {
                Notice(CardIcons.Offline, words.ledgerOffline, AppTheme.card.offline, Tags.OFFLINE, Modifier.padding(bottom = Space.Medium))
            }
            OutlineButton(
                words.ledgerRetry,
                Tags.REFRESH,
                { actions.seeLedger(shell.child) },
                Modifier.fillMaxWidth(),
                icon = CardIcons.Refresh,
            )
        }
    }
}

@Composable
private fun Entry(
    entry: LedgerEntryView,
    child: String?,
    moments: Moments,
) {
    val words = LocalStrings.current
    Column(
        Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(horizontal = Space.Regular, vertical = Space.Medium),
        Arrangement.spacedBy(Space.Hair),
    ) {
        FittingText(done(entry.done, words), MaterialTheme.typography.titleSmall)
        entry.library?.let { Quiet(words.ledgerAt(it.name), style = MaterialTheme.typography.bodySmall) }
        Quiet("${moments.at(entry.at)} · ${doneBy(entry.by, child, words)}", style = MaterialTheme.typography.bodySmall)
    }
}
