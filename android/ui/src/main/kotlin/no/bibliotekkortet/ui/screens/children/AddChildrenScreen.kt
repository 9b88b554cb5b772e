package no.bibliotekkortet.ui.screens.children

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.HouseholdView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.PickRow
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.people.Unchangeable
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Who is to get a card, and at which library; afterwards what became of each. */
@Composable
fun AddChildrenScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val household = state.household
    BackPage(words.addChildrenTitle, Tags.ADD_CHILDREN_PAGE, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        when {
            household == null -> Unit
            shell.done -> Outcomes(household, state, shell, actions)
            else -> {
                if (state.offline && trouble == null) Unchangeable(Modifier.padding(bottom = Space.Medium))
                Form(household, state, shell, actions)
                if (!household.registryLink || household.children.isEmpty()) ByHand(actions)
            }
        }
    }
}

@Composable
private fun Form(
    household: HouseholdView,
    state: AppState,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val (have, without) = household.children.partition { it.hasCard }
    if (without.isNotEmpty()) {
        Quiet(words.addChildrenText, Modifier.padding(horizontal = Space.Tiny))
        SectionTitle(words.addChildrenChoose)
        Sheet {
            without.forEachIndexed { index, child ->
                if (index > 0) Line()
                Pick(child, shell, actions)
            }
        }
    }
    if (household.children.isEmpty()) Empty(CardIcons.Person, words.childrenEmptyTitle, words.childrenEmptyText, Tags.CHILDREN_EMPTY)
    if (without.isEmpty() &&
        have.isNotEmpty()
    ) {
        Notice(CardIcons.Check, words.addChildrenAllHaveCard, AppTheme.card.fresh, Tags.CHILDREN_EMPTY)
    }
    have.forEach { child ->
        StatusLine(
            CardIcons.Check,
            words.addChildrenHasCard(child.name),
            MaterialTheme.colorScheme.onSurfaceVariant,
            Modifier.padding(start = Space.Tiny, top = Space.Medium),
        )
    }
    if (without.isEmpty()) return
    ForLibrary(words.addChildrenLibrary, state, shell, actions)
    val picked = without.count { it.id in shell.picked }
    PrimaryButton(
        if (shell.sending) words.addChildrenSending else submit(picked, words),
        Tags.REGISTER_CHILDREN,
        actions::registerChildren,
        Modifier.fillMaxWidth().padding(top = Space.Large),
        working = shell.sending,
        enabled = picked > 0,
    )
}

@Composable
private fun Pick(
    child: ChildView,
    shell: ShellState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    PickRow(
        child.name,
        words.childrenAge("${child.age}"),
        child.id in shell.picked,
        Tags.pickChild(child.id),
        { actions.pickChild(child.id) },
        spoken = words.addChildrenA11yPick(age = "${child.age}", name = child.name),
        enabled = !shell.sending,
    )
}

private fun submit(
    picked: Int,
    words: Strings,
) = when (picked) {
    0 -> words.addChildrenSubmitNone
    1 -> words.addChildrenSubmitOne
    else -> words.addChildrenSubmitMany("$picked")
}

/** Where the register doesn't say whose children these are, a library does. */
@Composable
private fun ByHand(actions: AppActions) =
    Panel(
        CardIcons.Library,
        LocalStrings.current.addChildrenManualTitle,
        LocalStrings.current.addChildrenManualText,
        AppTheme.card.offline,
        tag = null,
        modifier = Modifier.padding(top = Space.Large),
    ) {
        OutlineButton(
            LocalStrings.current.addChildrenManualOpen,
            Tags.CHILD_MISSING,
            { actions.open(Opened.CHILD_CODE) },
            Modifier.padding(top = Space.Medium),
            AppTheme.card.offline.text,
        )
    }
