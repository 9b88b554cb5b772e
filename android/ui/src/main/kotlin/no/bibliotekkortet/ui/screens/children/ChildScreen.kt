package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.Act
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.children
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.Number
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.childBasis
import no.bibliotekkortet.ui.text.isOnOwnPhone
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** One child: card, libraries, what changes and what was done. A child that isn't there any more is simply not there. */
@Composable
fun ChildScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val child = state.children.find { it.id == shell.child }
    BackPage(child?.name ?: words.childrenTitle, Tags.CHILD, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (child == null) {
            if (trouble == null) Empty(CardIcons.Person, words.childrenNotAllowedTitle, words.childrenNotAllowedText, Tags.CHILDREN_EMPTY)
            return@BackPage
        }
        Quiet(
            "${words.childrenAge("${child.age}")} · ${childBasis(child.basis, words)}",
            Modifier.padding(start = Space.Tiny, bottom = Space.Medium),
        )
        ItsCard(child, actions)
        ActFor(child, state, actions)
        ItsLibraries(child, moments)
        if (child.changes.isNotEmpty()) {
            SectionTitle(words.changesTitle)
            ChildChanges(child, moments)
        }
        if (Act.SEE_LEDGER in child.may) {
            Sheet(Modifier.padding(top = Space.Large)) {
                NavRow(
                    CardIcons.Document,
                    words.childLedger,
                    Tags.CHILD_LEDGER,
                    { actions.seeLedger(child.id) },
                    hint = words.childLedgerHint(child.name),
                )
            }
        }
    }
}

@Composable
private fun ItsCard(
    child: ChildView,
    actions: AppActions,
) {
    val words = LocalStrings.current
    SectionTitle(words.childCard, Modifier)
    Sheet {
        Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
            child.card?.let { Number(it, MaterialTheme.colorScheme.onSurface, MaterialTheme.typography.titleMedium) }
            CardLine(child, style = MaterialTheme.typography.bodyMedium)
            when {
                child.card != null -> Unit
                !child.hasCard -> Quiet(words.childNoCard(child.name))
                child.isOnOwnPhone -> Quiet(words.childOwnPhone(child.name))
            }
            val wide = Modifier.fillMaxWidth().padding(top = Space.Tiny)
            if (child.card != null) {
                OutlineButton(words.childShowCard, Tags.CHILD_CARD, { actions.openCard(child.id) }, wide, icon = CardIcons.Card)
            } else if (!child.hasCard && Act.SIGN_RULES in child.may) {
                PrimaryButton(words.childAddCard(child.name), Tags.ADD_CHILD_CARD, { actions.addChildren(child.id) }, wide)
            }
        }
    }
}

/** Where one may sign for the child, one may act for it: the one thing to do, when there is a card. */
@Composable
private fun ActFor(
    child: ChildView,
    state: AppState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    if (Act.SIGN_RULES !in child.may || !child.hasCard) return
    val room = Modifier.fillMaxWidth().padding(top = Space.Medium)
    if (state.actingFor == child.id) {
        StatusLine(
            CardIcons.Check,
            words.childActing(child.name),
            AppTheme.card.fresh.text,
            room.padding(horizontal = Space.Tiny).semantics { liveRegion = LiveRegionMode.Polite },
            MaterialTheme.typography.bodyMedium,
        )
    } else {
        PrimaryButton(words.childActFor(child.name), Tags.ACT_FOR, { actions.actFor(child.id) }, room)
    }
}

@Composable
private fun ItsLibraries(
    child: ChildView,
    moments: Moments,
) {
    val words = LocalStrings.current
    if (!child.hasCard && child.relations.isEmpty()) return
    SectionTitle(words.childLibraries)
    Sheet {
        if (child.relations.isEmpty()) Quiet(words.childNoLibraries(child.name), Modifier.padding(Space.Regular))
        child.relations.forEachIndexed { index, relation ->
            if (index > 0) Line()
            ChildRelation(relation, moments)
        }
    }
}
