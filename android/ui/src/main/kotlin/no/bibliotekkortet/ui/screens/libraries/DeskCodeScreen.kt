package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.SignedView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.acting
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Fact
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.Panel
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Pulse
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.Unbroken
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.deskCode
import no.bibliotekkortet.ui.text.digitByDigit
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.CardTokens
import no.bibliotekkortet.ui.theme.Space

/** The code for the desk, large; it turns to done by itself when the library has confirmed. */
@Composable
fun DeskCodeScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val relation = state.relations.find { it.profile.library.number == shell.library }
    val signed = relation?.deskCode
    val name = (relation?.profile ?: shell.profile)?.library?.name.orEmpty()
    val expired = signed?.deskCodeUntil?.let(moments::isPast) == true
    val done = relation?.standing == Standing.ACTIVE && signed == null
    BackPage(
        words.deskCodeTitle,
        Tags.DESK_CODE,
        actions::back,
        modifier,
        foot = {
            if (done) {
                PrimaryButton(words.deskCodeClose, Tags.TRIP_DONE, actions::back, Modifier.fillMaxWidth())
            } else if (expired || signed == null) {
                PrimaryButton(
                    words.deskCodeSignAgain,
                    Tags.JOIN,
                    { shell.library?.let { actions.beginTrip(listOf(it), relation?.waitingFor ?: Agreement.RULES) } },
                    Modifier.fillMaxWidth(),
                )
            }
        },
    ) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        when {
            done -> Done(state.acting?.name?.let(words::deskCodeDoneChild) ?: words.deskCodeDone, words.deskCodeDoneText(name))
            expired || signed == null ->
                Panel(
                    CardIcons.Clock,
                    words.deskCodeExpired,
                    words.deskCodeExpiredText,
                    AppTheme.card.ageing,
                    tag = null,
                )
            else -> Waiting(signed, name, state, trouble, moments)
        }
    }
}

private val RelationView.waitingFor get() = agreements.find { it.signed?.confirmed == false }?.agreement

@Composable
private fun Waiting(
    signed: SignedView,
    library: String,
    state: AppState,
    trouble: Trouble?,
    moments: Moments,
) {
    val words = LocalStrings.current
    FittingText(words.deskCodeSay(library), MaterialTheme.typography.bodyLarge, Modifier.padding(horizontal = Space.Tiny))
    val code = signed.deskCode.orEmpty()
    Code(code, words.deskCodeA11yCode(digitByDigit(code.filter { it != '-' })), Modifier.padding(vertical = Space.Regular))
    val offline = state.offline && trouble == null
    Row(
        Modifier.padding(horizontal = Space.Tiny).testTag(Tags.DESK_CODE_WAITING),
        Arrangement.spacedBy(Space.Medium),
        Alignment.CenterVertically,
    ) {
        val colors = if (offline) AppTheme.card.offline else AppTheme.card.fresh
        if (offline) WordIcon(CardIcons.Offline, colors.text) else Pulse(colors.text)
        Column(Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite }) {
            if (offline) {
                FittingText(words.deskCodeOffline, MaterialTheme.typography.bodyMedium, color = colors.text)
            } else {
                FittingText(words.deskCodeWaiting, MaterialTheme.typography.titleSmall, color = colors.text)
                Quiet(words.deskCodeWaitingHint, style = MaterialTheme.typography.bodySmall)
            }
        }
    }
    SectionTitle(words.deskCodeBring)
    Sheet {
        Column(Modifier.padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
            StatusLine(
                CardIcons.Person,
                words.deskCodeBringId,
                MaterialTheme.colorScheme.onSurface,
                style = MaterialTheme.typography.bodyMedium,
            )
            Quiet(words.deskCodeBringChild, style = MaterialTheme.typography.bodySmall)
        }
        val card = state.acting.let { if (it == null) state.card else it.card }
        card?.let {
            Line()
            Fact(
                words.deskCodeNumber,
                card.groups.joinToString(" "),
                spoken = "${words.deskCodeNumber}: ${digitByDigit(card.number)}",
            )
        }
    }
    signed.deskCodeUntil?.let { Quiet(words.deskCodeUntil(moments.at(it)), Modifier.padding(Space.Tiny, Space.Medium)) }
}

/** Black on white as the card's number, in two groups, read sign by sign. */
@Composable
internal fun Code(
    code: String,
    spoken: String,
    modifier: Modifier,
) {
    Box(
        modifier
            .fillMaxWidth()
            .clip(MaterialTheme.shapes.large)
            .background(CardTokens.CodePaper)
            .border(1.dp, MaterialTheme.colorScheme.outlineVariant, MaterialTheme.shapes.large)
            .padding(horizontal = Space.Regular, vertical = Space.Large),
        contentAlignment = Alignment.Center,
    ) {
        FittingText(
            code.replace("-", " – "),
            MaterialTheme.typography.displayMedium.copy(fontFeatureSettings = "tnum", letterSpacing = 3.sp),
            textModifier = Modifier.semantics { contentDescription = spoken },
            color = CardTokens.CodeInk,
            align = TextAlign.Center,
            unbroken = Unbroken.LINE,
        )
    }
}

/** The library has said yes. */
@Composable
private fun Done(
    title: String,
    text: String,
) = Column(
    Modifier.fillMaxWidth().padding(vertical = Space.Huge).testTag(Tags.DESK_CODE_DONE).semantics(mergeDescendants = true) {
        liveRegion = LiveRegionMode.Assertive
    },
    horizontalAlignment = Alignment.CenterHorizontally,
) {
    Box(
        Modifier.size(88.dp).clip(CircleShape).background(AppTheme.card.fresh.container),
        contentAlignment = Alignment.Center,
    ) { Icon(CardIcons.Check, null, Modifier.size(44.dp), AppTheme.card.fresh.text) }
    FittingText(title, MaterialTheme.typography.headlineSmall, Modifier.padding(top = Space.Regular), align = TextAlign.Center)
    FittingText(
        text,
        MaterialTheme.typography.bodyLarge,
        Modifier.padding(top = Space.Tiny),
        color = MaterialTheme.colorScheme.onSurfaceVariant,
        align = TextAlign.Center,
    )
}
