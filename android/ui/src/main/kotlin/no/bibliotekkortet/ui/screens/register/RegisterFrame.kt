package no.bibliotekkortet.ui.screens.register

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleField
import no.bibliotekkortet.ui.parts.FocusedTrouble
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Segments
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.pageName
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What a page of getting a card has of its own. */
internal class StepPage(
    val step: RegisterStep,
    val title: String?,
    val text: String?,
    val tag: String,
)

/** A page of getting a card: how far one is, the way back, and the way to go on later. Large text takes all of it along. */
@Composable
internal fun RegisterFrame(
    page: StepPage,
    actions: AppActions,
    modifier: Modifier = Modifier,
    scroll: ScrollState = rememberScrollState(),
    trouble: Trouble? = null,
    onField: (TroubleField) -> Unit = {},
    foot: (@Composable ColumnScope.() -> Unit)? = null,
    content: @Composable ColumnScope.() -> Unit,
) {
    val fixed = !largeText
    FramedPage(
        Tags.REGISTER,
        actions::registerBack,
        modifier,
        scroll,
        head = { if (fixed) Head(page.step, actions) },
        foot = foot.takeIf { fixed },
    ) {
        if (!fixed) Head(page.step, actions)
        Column(Modifier.fillMaxWidth().testTag(page.tag)) {
            FocusedTrouble(trouble, Modifier.padding(top = Space.Small), onField)
            page.title?.let {
                Heading(it, Modifier.padding(start = Space.Tiny, top = Space.Medium), MaterialTheme.typography.headlineSmall)
            }
            page.text?.let { Quiet(it, Modifier.padding(start = Space.Tiny, top = Space.Tiny, bottom = Space.Large)) }
            content()
        }
        if (!fixed && foot != null) Column(Modifier.fillMaxWidth().padding(top = Space.Large), content = foot)
    }
}

@Composable
private fun Head(
    step: RegisterStep,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val later = @Composable { QuietButton(words.registerLater, Tags.REGISTER_LATER, { actions.open(Opened.SIGN_OUT) }) }
    Row(Modifier.fillMaxWidth().padding(top = Space.Tiny), verticalAlignment = Alignment.CenterVertically) {
        if (step != RegisterStep.REGISTRY) {
            IconButton(actions::registerBack, Modifier.size(Space.Touch).testTag(Tags.BACK)) { Icon(CardIcons.Back, words.a11yBack) }
        }
        Heading(words.registerTitle, Modifier.weight(1f).padding(start = Space.Tiny), MaterialTheme.typography.titleMedium)
        if (!largeText) later()
    }
    if (largeText) later()
    Progress(step)
}

@Composable
private fun Progress(step: RegisterStep) {
    val words = LocalStrings.current
    val n = minOf(step.ordinal + 1, STEPS)
    val spoken = words.registerA11yProgress(n = "$n", of = "$STEPS", step = pageName(step, words))
    Row(
        Modifier.fillMaxWidth().padding(start = Space.Tiny, top = Space.Tiny, bottom = Space.Small),
        Arrangement.spacedBy(Space.Medium),
        Alignment.CenterVertically,
    ) {
        Segments(n, STEPS, Modifier.weight(1f))
        Text(
            words.registerProgress(n = "$n", of = "$STEPS"),
            Modifier.testTag(Tags.REGISTER_PROGRESS).semantics {
                contentDescription = spoken
                liveRegion = LiveRegionMode.Polite
            },
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.labelMedium,
        )
    }
}

/** What there is to tell; the card is made after that. */
private const val STEPS = 6
