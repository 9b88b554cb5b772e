package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onPreviewKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.ui.LocalBackHandling
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** A page above a place: its heading, and the way back by button, system and Escape. [foot] keeps to the lower edge. */
@Composable
fun BackPage(
    title: String,
    tag: String,
    onBack: () -> Unit,
    modifier: Modifier = Modifier,
    foot: @Composable ColumnScope.() -> Unit = {},
    content: @Composable ColumnScope.() -> Unit,
) {
    LocalBackHandling.current(true, onBack)
    Page(modifier.testTag(tag).backOnEscape(onBack), Arrangement.SpaceBetween) {
        Column {
            BackBar(title, onBack)
            content()
        }
        Column(Modifier.fillMaxWidth().padding(vertical = Space.Regular), content = foot)
    }
}

/** The way back, and where one is. */
@Composable
internal fun BackBar(
    title: String,
    onBack: () -> Unit,
    modifier: Modifier = Modifier,
) {
    Row(modifier.fillMaxWidth().padding(top = Space.Tiny, bottom = Space.Medium), verticalAlignment = Alignment.CenterVertically) {
        IconButton(onBack, Modifier.size(Space.Touch).testTag(Tags.BACK)) { Icon(CardIcons.Back, LocalStrings.current.a11yBack) }
        Heading(title, Modifier.weight(1f).padding(start = Space.Tiny), MaterialTheme.typography.headlineSmall)
    }
}

/** Escape is a desktop's "back". */
fun Modifier.backOnEscape(onBack: () -> Unit): Modifier =
    onPreviewKeyEvent { event ->
        val escape = event.key == Key.Escape && event.type == KeyEventType.KeyUp
        if (escape) onBack()
        escape
    }
