package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.deskCode
import no.bibliotekkortet.ui.text.severity
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What waits for the person at libraries, each with the one thing to do. */
@Composable
internal fun Waits(
    state: AppState,
    moments: Moments,
    actions: AppActions,
) {
    val again = state.notices.filterIsInstance<NoticeView.SignAgain>()
    val desk = state.relations.filter { it.standing == Standing.PENDING && it.deskCode != null }
    if (again.isEmpty() && desk.isEmpty()) return
    Column(Modifier.padding(bottom = Space.Small), Arrangement.spacedBy(Space.Medium)) {
        again.forEach { SignAgain(it, moments, actions) }
        desk.forEach { Desk(it, actions) }
    }
}

@Composable
private fun SignAgain(
    notice: NoticeView.SignAgain,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val colors = AppTheme.card.ageing
    val (number, name) = notice.library.number to notice.library.name
    val title = if (notice.agreement == Agreement.RULES) words.librariesSignAgainRules(name) else words.librariesSignAgainStaffless(name)
    val day = moments.day(notice.from)
    val holds = if (moments.isCome(notice.from)) words.librariesHoldsSince(day) else words.librariesHoldsFrom(day)
    Panel(CardIcons.Document, title, "${severity(notice.severity, words)}. $holds.", colors, Tags.notice("sign-again")) {
        OutlineButton(
            words.librariesReadNew,
            Tags.readNew(number),
            { actions.beginTrip(listOf(number), notice.agreement) },
            Modifier.padding(top = Space.Medium).semantics { contentDescription = words.librariesA11yReadNew(name) },
            colors.text,
        )
    }
}

@Composable
private fun Desk(
    relation: RelationView,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val colors = AppTheme.card.offline
    val library = relation.profile.library
    Panel(CardIcons.Clock, words.librariesDeskWaits(library.name), null, colors, Tags.DESK_CODE_WAITING) {
        OutlineButton(
            words.librariesShowCode,
            Tags.showDeskCode(library.number),
            { actions.showDeskCode(library.number) },
            Modifier.padding(top = Space.Medium).semantics { contentDescription = words.librariesA11yShowCode(library.name) },
            colors.text,
        )
    }
}
