package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.screens.rules.iconOf
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.severity
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What the person ought to know, the most pressing first, each with the one thing to do. */
@Composable
fun NoticesScreen(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.noticesTitle, Tags.NOTICES, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        if (state.notices.isEmpty() && trouble == null) {
            if (state.asking) {
                ListOutline(words.noticesLoading, Tags.LIBRARIES_LOADING)
            } else {
                Empty(CardIcons.Bell, words.noticesEmpty, null, Tags.NOTICES_EMPTY)
            }
        }
        Column(verticalArrangement = Arrangement.spacedBy(Space.Medium)) {
            state.notices.forEach { notice ->
                when (notice) {
                    is NoticeView.Unused -> Unused(notice, state.asking, moments, actions)
                    is NoticeView.SignAgain -> SignAgain(notice, moments, actions)
                    is NoticeView.Closing -> Closing(notice, moments, actions)
                    is NoticeView.LogForked -> LogForked(notice, moments, actions)
                    is NoticeView.Birthday -> Birthday(notice, moments, actions)
                }
            }
        }
    }
}

/** The card ends for want of use, unless it is kept: one press. */
@Composable
internal fun Unused(
    notice: NoticeView.Unused,
    asking: Boolean,
    moments: Moments,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val text = words.noticesUnusedText(used = moments.date(notice.lastUsedAt), ends = moments.date(notice.endsAt))
    Panel(CardIcons.Clock, words.noticesUnusedTitle, text, AppTheme.card.ageing, Tags.notice("unused"), modifier) {
        PrimaryButton(
            if (asking) words.noticesKeeping else words.noticesKeep,
            Tags.KEEP_CARD,
            actions::keepCard,
            Modifier.fillMaxWidth().padding(top = Space.Medium),
            working = asking,
        )
    }
}

@Composable
private fun SignAgain(
    notice: NoticeView.SignAgain,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val (number, name) = notice.library.number to notice.library.name
    val rules = notice.agreement == Agreement.RULES
    Told(
        iconOf(notice.severity),
        if (rules) words.noticesSignAgainRules(name) else words.noticesSignAgainStaffless(name),
        words.noticesSignAgainFrom(moments.day(notice.from), severity = severity(notice.severity, words)),
        "sign-again",
    ) { Deed(words.noticesReadNew, Tags.readNew(number), name) { actions.beginTrip(listOf(number), notice.agreement) } }
}

@Composable
private fun Closing(
    notice: NoticeView.Closing,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val name = notice.library.name
    val day = notice.from?.let(moments::day)
    val title =
        when {
            notice.forGood -> day?.let { words.noticesClosingGoneFrom(it, library = name) } ?: words.noticesClosingGone(name)
            else -> day?.let { words.noticesClosingFrom(it, library = name) } ?: words.noticesClosingNow(name)
        }
    Told(CardIcons.Block, title, words.noticesClosingText, "closing") {
        Deed(words.noticesSeeLibrary, Tags.libraryRow(notice.library.number), name) { actions.openLibrary(notice.library.number) }
    }
}

@Composable
private fun LogForked(
    notice: NoticeView.LogForked,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Told(CardIcons.Warning, words.noticesLogForkedTitle, words.noticesLogForkedText(moments.at(notice.noticedAt)), "log-forked") {
        Deed(words.noticesSeeReceipts, Tags.ME_RECEIPTS, null) { actions.open(Opened.RECEIPTS) }
    }
}

/** What somebody may do changes on a birthday, a child's or one's own. */
@Composable
private fun Birthday(
    notice: NoticeView.Birthday,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val (child, name) = notice.child to notice.name
    val (age, day) = "${notice.turns}" to moments.day(notice.on)
    if (child != null && name != null) {
        Told(CardIcons.Clock, words.noticesBirthdayChild(age, day, name), words.noticesBirthdayChildText(name), "birthday-$child") {
            Deed(words.noticesSeeChanges, Tags.childRow(child), name) { actions.openChild(child) }
        }
    } else {
        Told(CardIcons.Clock, words.noticesBirthdaySelf(age, day), words.noticesBirthdaySelfText, "birthday") {
            Deed(words.noticesSeeChanges, Tags.SEE_CHANGES, null) { actions.open(Opened.OWN_CHANGES) }
        }
    }
}

@Composable
private fun Told(
    icon: ImageVector,
    title: String,
    text: String,
    kind: String,
    button: @Composable ColumnScope.() -> Unit,
) = Sheet(Modifier.testTag(Tags.notice(kind))) {
    Row(Modifier.padding(start = Space.Regular, end = Space.Regular, top = Space.Regular)) {
        if (!largeText) WordIcon(icon, AppTheme.card.ageing.text, Modifier.padding(end = Space.Medium, top = 1.dp))
        Column(Modifier.weight(1f)) {
            FittingText(title, MaterialTheme.typography.titleSmall)
            Quiet(text, Modifier.padding(top = Space.Hair))
        }
    }
    Column(Modifier.padding(Space.Regular), content = button)
}

@Composable
private fun Deed(
    text: String,
    tag: String,
    about: String?,
    onClick: () -> Unit,
) = OutlineButton(text, tag, onClick, Modifier.semantics { about?.let { contentDescription = "$text: $it" } })
