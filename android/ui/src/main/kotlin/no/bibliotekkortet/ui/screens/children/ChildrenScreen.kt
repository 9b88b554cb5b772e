package no.bibliotekkortet.ui.screens.children

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
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.Stage
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The children for whom the person acts: how it stands with the card of each, and how others get one. */
@Composable
fun ChildrenScreen(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.childrenTitle, Tags.CHILDREN, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        val household = state.household
        when {
            household == null -> Unknown(state, trouble, actions)
            household.children.isEmpty() -> Empty(CardIcons.Person, words.childrenEmptyTitle, words.childrenEmptyText, Tags.CHILDREN_EMPTY)
            else -> {
                if (state.offline && trouble == null) {
                    Notice(
                        CardIcons.Offline,
                        words.childrenOffline,
                        AppTheme.card.offline,
                        Tags.OFFLINE,
                        Modifier.padding(bottom = Space.Medium),
                    )
                }
                Sheet {
                    household.children.forEachIndexed { index, child ->
                        if (index > 0) RowLine()
                        ChildRow(child, moments) { actions.openChild(child.id) }
                    }
                }
            }
        }
        if (household == null) return@BackPage
        if (household.children.any { !it.hasCard }) {
            val wide = Modifier.fillMaxWidth().padding(top = Space.Large)
            PrimaryButton(words.childrenAdd, Tags.ADD_CHILDREN, { actions.addChildren(null) }, wide)
        }
        QuietButton(
            words.childrenMissing,
            Tags.CHILD_MISSING,
            { actions.open(Opened.CHILD_CODE) },
            Modifier.fillMaxWidth().padding(top = Space.Small),
        )
    }
}

/** Behind the lock, on its way, or never told. */
@Composable
private fun Unknown(
    state: AppState,
    trouble: Trouble?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    when {
        trouble != null -> Unit
        state.asking || state.refreshing -> ListOutline(words.childrenLoading, Tags.CHILDREN_LOADING)
        state.offline -> {
            Empty(CardIcons.Offline, words.childrenOfflineUnknown, null, Tags.OFFLINE)
            OutlineButton(words.childrenRetry, Tags.REFRESH, actions::refresh, Modifier.fillMaxWidth(), icon = CardIcons.Refresh)
        }
        else -> {
            Empty(CardIcons.Lock, words.childrenLocked, null, Tags.CHILDREN_EMPTY)
            OutlineButton(words.lockUnlock, Tags.UNLOCK, actions::unlock, Modifier.fillMaxWidth(), icon = CardIcons.Lock)
        }
    }
}

@Composable
private fun ChildRow(
    child: ChildView,
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
            .testTag(Tags.childRow(child.id)),
        verticalAlignment = Alignment.CenterVertically,
    ) {
        if (!largeText) WordIcon(CardIcons.Person, MaterialTheme.colorScheme.primary, Modifier.padding(end = Space.Regular))
        Column(Modifier.weight(1f), Arrangement.spacedBy(3.dp)) {
            FittingText(child.name, MaterialTheme.typography.titleSmall)
            Quiet(words.childrenAge("${child.age}"), style = MaterialTheme.typography.bodySmall)
            CardLine(child)
            child.changes.firstOrNull()?.takeIf { it.stage != Stage.LATER }?.let {
                StatusLine(CardIcons.Clock, words.childrenChangesOn(moments.day(it.on)), AppTheme.card.ageing.text)
            }
        }
        WordIcon(CardIcons.Forward, MaterialTheme.colorScheme.onSurfaceVariant, Modifier.padding(start = Space.Small), size = 18.dp)
    }
}
