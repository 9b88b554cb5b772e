package no.bibliotekkortet.ui.screens.cards

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import kotlinx.coroutines.delay
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.acting
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

private val Top = WindowInsetsSides.Top

/** While the person acts for a child, every page says so at its upper edge, in the child's colours. The reader shows a code and nothing else. */
@Composable
internal fun Acting(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
    content: @Composable () -> Unit,
) {
    val child = state.acting
    val reads = shell.opened == Opened.READER || shell.opened == Opened.READER_TURNED
    val shown = child != null && !reads
    Column(Modifier.fillMaxSize()) {
        if (child != null && !reads) Banner(child.name, actions)
        Ended(child != null)
        val room = if (shown) Modifier.consumeWindowInsets(WindowInsets.safeDrawing.only(Top)) else Modifier
        Box(Modifier.weight(1f).then(room)) { content() }
    }
}

@Composable
private fun Banner(
    name: String,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val colors = AppTheme.card.childFreshFace
    val large = largeText
    val end = @Composable {
        OutlineButton(
            words.actingEnd,
            Tags.ACT_FOR_ME,
            { actions.actFor(null) },
            Modifier.semantics { contentDescription = words.actingA11yEnd(name) },
            colors.ink,
        )
    }
    Box(
        Modifier
            .fillMaxWidth()
            .background(colors.top)
            .windowInsetsPadding(WindowInsets.safeDrawing.only(Top + WindowInsetsSides.Horizontal))
            .testTag(Tags.ACTING_BANNER),
        contentAlignment = Alignment.TopCenter,
    ) {
        Column(Modifier.widthIn(max = Space.ContentMax).fillMaxWidth().padding(horizontal = Space.Regular, vertical = Space.Tiny)) {
            Row(verticalAlignment = Alignment.CenterVertically) {
                if (!large) WordIcon(CardIcons.Person, colors.ink, Modifier.padding(end = Space.Small))
                FittingText(
                    words.actingBanner(name),
                    MaterialTheme.typography.titleSmall,
                    Modifier.weight(1f).padding(end = Space.Small),
                    Modifier.semantics { liveRegion = LiveRegionMode.Polite },
                    colors.ink,
                )
                if (!large) end()
            }
            if (large) end()
        }
    }
}

/** Nobody sees that a banner is gone who doesn't see it. */
@Composable
private fun Ended(acts: Boolean) {
    val words = LocalStrings.current
    var acted by remember { mutableStateOf(acts) }
    LaunchedEffect(acts) {
        if (!acts) delay(HEARD_MS)
        acted = acts
    }
    if (acted && !acts) {
        Box(
            Modifier.size(1.dp).semantics {
                contentDescription = words.actingA11yEnded
                liveRegion = LiveRegionMode.Polite
            },
        )
    }
}

private const val HEARD_MS = 2000L
