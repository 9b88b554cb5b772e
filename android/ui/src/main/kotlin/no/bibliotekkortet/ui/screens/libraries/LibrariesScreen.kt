package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.acting
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Mine bibliotek: what waits for the person first, then the home library, then the others. */
@Composable
fun LibrariesScreen(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val (homes, others) = state.relations.partition { it.home }
    Page(modifier.testTag(Tags.LIBRARIES)) {
        val child = state.acting?.name
        PlaceTitle(child?.let(words::actingLibraries) ?: words.librariesTitle)
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        Waits(state, moments, actions)
        when {
            state.relations.isNotEmpty() -> {
                Group(homes, words.standingHome, moments, actions)
                Group(others, words.librariesOthers.takeIf { homes.isNotEmpty() }, moments, actions)
            }
            child != null -> None(child)
            state.relationsAt == null && state.asking -> ListOutline(words.librariesLoading, Tags.LIBRARIES_LOADING)
            state.relationsAt == null -> NotTold(state, trouble, actions)
            else -> None(child)
        }
        PrimaryButton(
            words.librariesFind,
            Tags.FIND_OPEN,
            { actions.open(Opened.FIND) },
            Modifier.fillMaxWidth().padding(top = Space.Large),
            CardIcons.Search,
        )
        if (state.relationsAt != null) Told(state, trouble, moments, actions)
    }
}

/** The name of one of the three places. */
@Composable
internal fun PlaceTitle(
    text: String,
    modifier: Modifier = Modifier,
) = Heading(
    text,
    modifier.fillMaxWidth().heightIn(min = 56.dp).padding(start = Space.Tiny, top = Space.Medium, bottom = Space.Medium),
    MaterialTheme.typography.headlineSmall,
)

@Composable
private fun Group(
    relations: List<RelationView>,
    title: String?,
    moments: Moments,
    actions: AppActions,
) {
    if (relations.isEmpty()) return
    title?.let { SectionTitle(it) }
    Sheet {
        relations.forEachIndexed { index, relation ->
            if (index > 0) RowLine()
            RelationRow(relation, moments) { actions.openLibrary(relation.profile.library.number) }
        }
    }
}

@Composable
private fun NotTold(
    state: AppState,
    trouble: Trouble?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    if (trouble != null) return
    Empty(
        if (state.offline) CardIcons.Offline else CardIcons.Library,
        words.librariesUnknownTitle,
        words.librariesOfflineUnknown.takeIf { state.offline },
        Tags.LIBRARIES_EMPTY,
    )
    OutlineButton(
        words.librariesRetry,
        Tags.REFRESH_LIBRARIES,
        actions::seeLibraries,
        Modifier.fillMaxWidth().padding(top = Space.Regular),
        icon = CardIcons.Refresh,
    )
}

@Composable
private fun None(child: String?) {
    val words = LocalStrings.current
    if (child != null) return Empty(CardIcons.Library, words.actingLibrariesEmpty(child), null, Tags.LIBRARIES_EMPTY)
    Empty(CardIcons.Library, words.librariesEmptyTitle, words.librariesEmptyText, Tags.LIBRARIES_EMPTY)
}

/** When it was told, and the way to ask anew. */
@Composable
private fun Told(
    state: AppState,
    trouble: Trouble?,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val at = state.relationsAt ?: return
    val told = if (moments.isJustNow(at)) words.librariesToldNow else words.librariesTold(moments.at(at))
    Column(Modifier.fillMaxWidth().padding(top = Space.Medium, bottom = Space.Large), horizontalAlignment = Alignment.CenterHorizontally) {
        if (state.offline && trouble == null) {
            StatusLine(
                CardIcons.Offline,
                words.librariesOffline(moments.at(at)),
                AppTheme.card.offline.text,
                Modifier.testTag(Tags.OFFLINE),
            )
        } else {
            Quiet(told, style = MaterialTheme.typography.bodySmall)
        }
        QuietButton(
            if (state.asking) words.librariesRefreshing else words.librariesRefresh,
            Tags.REFRESH_LIBRARIES,
            actions::seeLibraries,
            icon = CardIcons.Refresh,
            enabled = !state.asking,
        )
    }
}
