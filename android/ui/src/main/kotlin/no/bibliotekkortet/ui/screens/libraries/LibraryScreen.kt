package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.About
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.acting
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.Fact
import no.bibliotekkortet.ui.parts.Folded
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.AskDialog
import no.bibliotekkortet.ui.screens.Choices
import no.bibliotekkortet.ui.screens.DialogTags
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.closing
import no.bibliotekkortet.ui.text.digitByDigit
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** One library: what the person is there, the one thing to do, its agreements, and how to reach it. */
@Composable
fun LibraryScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val relation = state.relations.find { it.profile.library.number == shell.library }
    val profile = shell.profile ?: relation?.profile
    val child = state.acting?.name
    BackPage(profile?.library?.name ?: words.tabsLibraries, Tags.LIBRARY, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (profile == null) {
            if (trouble == null) Empty(CardIcons.Library, words.libraryUnknown, null, Tags.LIBRARIES_EMPTY)
            return@BackPage
        }
        About(profile, child, moments, actions)
        Here(profile, relation, child, state.asking, moments, actions)
        if (profile.staffless) Staffless(profile, relation, state.acting, actions)
        relation?.let { Agreements(it, moments, actions) }
        Contact(profile, actions)
        Around(profile, actions)
        Numbers(profile, child)
        relation?.takeIf { child == null }?.let { Ways(it, profile, actions) }
    }
    if (shell.opened == Opened.WITHDRAW && profile != null) {
        AskDialog(
            words.libraryWithdrawTitle,
            words.libraryWithdrawText(profile.library.name),
            Choices(words.libraryWithdrawConfirm, words.libraryWithdrawCancel),
            DialogTags(Tags.WITHDRAW_DIALOG, Tags.WITHDRAW_CONFIRM, Tags.WITHDRAW_CANCEL),
            onConfirm = { actions.withdraw(profile.library.number) },
            onCancel = actions::back,
        )
    }
}

/** Where it is, and whether it is open at all. */
@Composable
private fun About(
    profile: LibraryProfile,
    child: String?,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Quiet(profile.library.place, Modifier.padding(start = Space.Tiny, bottom = Space.Small))
    profile.branchOf?.let { of ->
        QuietButton(
            words.libraryBranchOf(of.name),
            Tags.libraryRow(of.number),
            { actions.openLibrary(of.number) },
            icon = CardIcons.Library,
        )
    }
    profile.closing?.let {
        val gone = if (child == null) words.closingGoneHint else words.actingGoneHint
        val hint = gone.takeIf { _ -> it.forGood }
        Panel(
            CardIcons.Block,
            closing(it, words, moments),
            hint,
            AppTheme.card.ageing,
            tag = null,
            modifier = Modifier.padding(bottom = Space.Medium),
        )
    }
}

/** Its branches, each a page of its own. */
@Composable
private fun Around(
    profile: LibraryProfile,
    actions: AppActions,
) {
    if (profile.branches.isEmpty()) return
    SectionTitle(LocalStrings.current.libraryBranches)
    Sheet {
        profile.branches.forEachIndexed { index, branch ->
            if (index > 0) RowLine()
            NavRow(
                CardIcons.Library,
                branch.name,
                Tags.libraryRow(branch.number),
                { actions.openLibrary(branch.number) },
                hint = branch.place,
            )
        }
    }
}

/** What few look for. */
@Composable
private fun Numbers(
    profile: LibraryProfile,
    child: String?,
) {
    val words = LocalStrings.current
    val number = profile.library.number
    Folded(words.libraryDetails, tag = null, Modifier.padding(top = Space.Large)) {
        Fact(words.libraryNumber, number, spoken = "${words.libraryNumber}: ${digitByDigit(number)}")
        Fact(words.libraryIsil, profile.isil)
        Fact(words.libraryMunicipality, profile.municipality)
        Fact(words.libraryCounty, profile.county)
        profile.cardFrom?.let { Quiet(words.libraryCardFrom("$it"), Modifier.padding(horizontal = Space.Regular)) }
        Quiet(
            "${profile.rulesAloneFrom}".let { age ->
                child?.let { words.actingAloneFrom(age = age, name = it) }
                    ?: words.libraryAloneFrom(age)
            },
            Modifier.padding(start = Space.Regular, end = Space.Regular, bottom = Space.Regular, top = Space.Tiny),
        )
    }
}

/** The seldom ways out: to take back what was asked for, and how one stops being a patron. */
@Composable
private fun Ways(
    relation: RelationView,
    profile: LibraryProfile,
    actions: AppActions,
) {
    val words = LocalStrings.current
    if (relation.standing == Standing.PENDING) {
        QuietButton(
            words.libraryWithdraw,
            Tags.WITHDRAW,
            { actions.open(Opened.WITHDRAW) },
            Modifier.fillMaxWidth().padding(top = Space.Medium),
        )
    }
    if (relation.standing in LEAVABLE) {
        Folded(words.libraryLeaveTitle, Tags.HOW_TO_LEAVE, Modifier.padding(top = Space.Medium)) {
            Quiet(words.libraryLeaveText, Modifier.padding(Space.Regular))
            profile.email?.let { Quiet(it, Modifier.padding(start = Space.Regular, end = Space.Regular, bottom = Space.Regular)) }
        }
    }
}

private val LEAVABLE = setOf(Standing.ACTIVE, Standing.GUEST, Standing.BLOCKED)
