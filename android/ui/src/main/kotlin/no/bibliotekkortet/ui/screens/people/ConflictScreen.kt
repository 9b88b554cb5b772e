package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.ConflictView
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Fact
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.channel
import no.bibliotekkortet.ui.text.ownName
import no.bibliotekkortet.ui.text.phoneGroups
import no.bibliotekkortet.ui.theme.Space

/** Two devices changed the same. Both values are there, and neither is pressed on anybody: the buttons are alike. */
@Composable
fun ConflictScreen(
    conflict: ConflictView,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val theirs = facts(conflict.theirs, words, moments)
    val mine = facts(conflict.mine, words, moments)
    BackPage(words.conflictTitle, Tags.CONFLICT, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        Quiet(words.conflictText, Modifier.padding(horizontal = Space.Tiny))
        Side(words.conflictTheirs, theirs, mine)
        Keep(words.conflictKeepTheirs, Tags.KEEP_THEIRS, shell) { actions.resolveConflict(mine = false) }
        Side(words.conflictMine, mine, theirs)
        Keep(words.conflictKeepMine, Tags.KEEP_MINE, shell) { actions.resolveConflict(mine = true) }
    }
}

/** What differs from the [other] side. */
@Composable
private fun Side(
    title: String,
    facts: List<Pair<String, String>>,
    other: List<Pair<String, String>>,
) {
    SectionTitle(title)
    Sheet {
        facts.filterNot(other::contains).forEachIndexed { index, (name, value) ->
            if (index > 0) Line()
            Fact(name, value)
        }
    }
}

@Composable
private fun Keep(
    text: String,
    tag: String,
    shell: ShellState,
    onClick: () -> Unit,
) = Column(Modifier.padding(top = Space.Small), Arrangement.Top) {
    val saving = LocalStrings.current.conflictSaving
    OutlineButton(if (shell.sending) saving else text, tag, { if (!shell.sending) onClick() }, Modifier.fillMaxWidth())
}

private fun facts(
    details: ContactDetails,
    words: Strings,
    moments: Moments,
): List<Pair<String, String>> {
    val until = details.addressUntil?.let { words.contactAddressUntil(moments.full(it)) }
    val address = (details.addressLines + listOfNotNull(until)).joinToString("\n").ifEmpty { words.contactNone }
    return listOf(
        words.contactPhone to (details.phone?.let(::phoneGroups) ?: words.contactNone),
        words.contactChannel to channel(details.channel, words),
        words.contactLanguage to ownName(details.language),
        words.contactAddress to address,
    )
}
