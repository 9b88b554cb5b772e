package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.LeavingView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.HoldButton
import no.bibliotekkortet.ui.parts.HoldWords
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.libraries.lookOf
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.standing
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What ends, what stays, and the hold that ends it. Nothing here hurries anybody. */
@Composable
fun LeaveScreen(
    state: AppState,
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val leaving = state.leaving
    BackPage(words.leaveTitle, Tags.LEAVE, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (leaving == null) {
            if (trouble == null) ListOutline(words.leaveLoading, Tags.LIBRARIES_LOADING)
            return@BackPage
        }
        Quiet(words.leaveIntro, Modifier.padding(start = Space.Tiny))
        Ends(state)
        Stays(leaving)
        OutlineButton(
            words.leaveExportFirst,
            Tags.EXPORT,
            {
                actions.back()
                actions.exportData()
            },
            Modifier.fillMaxWidth().padding(top = Space.Large),
        )
        PrimaryButton(words.leaveKeep, Tags.LEAVE_KEEP, actions::back, Modifier.fillMaxWidth().padding(top = Space.Small))
        HoldButton(
            HoldWords(words.leaveHold, words.leaveHolding, words.leaveConfirm, words.leaveA11yHold, words.leaveEnding),
            Tags.LEAVE_HOLD,
            actions::leaveForGood,
            Modifier.fillMaxWidth().padding(top = Space.Large, bottom = Space.Regular),
            shell.held,
            working = state.asking,
        )
    }
}

@Composable
private fun Ends(state: AppState) {
    val words = LocalStrings.current
    val home =
        state.card?.homeLibrary?.name ?: state.relations
            .find { it.home }
            ?.profile
            ?.library
            ?.name
    val waiting = state.relations.any { it.standing == Standing.PENDING }
    SectionTitle(words.leaveEnds)
    Sheet {
        Column(Modifier.padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
            listOfNotNull(
                words.leaveEndsCard,
                words.leaveEndsCode,
                home?.let(words::leaveEndsHome),
                words.leaveEndsRequests.takeIf { waiting },
                words.leaveEndsDevices,
            ).forEach { Point(CardIcons.Close, it) }
        }
    }
}

@Composable
private fun Stays(leaving: LeavingView) {
    val words = LocalStrings.current
    SectionTitle(words.leaveStays)
    Sheet {
        Quiet(
            if (leaving.remaining.isEmpty()) words.leaveStaysNone else words.leaveStaysText,
            Modifier.padding(start = Space.Regular, end = Space.Regular, top = Space.Regular),
        )
        leaving.remaining.forEach { left ->
            Column(
                Modifier
                    .fillMaxWidth()
                    .semantics(mergeDescendants = true) {}
                    .padding(horizontal = Space.Regular, vertical = Space.Small)
                    .testTag(Tags.remaining(left.library.number)),
            ) {
                FittingText(left.library.name, MaterialTheme.typography.titleSmall)
                val (icon, color) = lookOf(left.standing)
                StatusLine(icon, standing(left.standing, words), color)
            }
        }
        Column(
            Modifier.padding(start = Space.Regular, end = Space.Regular, top = Space.Small, bottom = Space.Regular),
            Arrangement.spacedBy(Space.Small),
        ) {
            Point(CardIcons.Receipt, words.leaveStaysReceipts)
            Point(CardIcons.Mail, words.leaveMail)
        }
    }
}

@Composable
private fun Point(
    icon: ImageVector,
    text: String,
) = StatusLine(icon, text, MaterialTheme.colorScheme.onSurface, style = MaterialTheme.typography.bodyMedium)
