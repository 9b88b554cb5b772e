package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.ScrollState
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.ui.LocalBackHandling
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.Space

/** A page whose [head] and [foot] stay where they are while what is between them scrolls. */
@Composable
fun FramedPage(
    tag: String,
    onBack: () -> Unit,
    modifier: Modifier = Modifier,
    scroll: ScrollState = rememberScrollState(),
    head: @Composable ColumnScope.() -> Unit,
    foot: (@Composable ColumnScope.() -> Unit)? = null,
    content: @Composable ColumnScope.() -> Unit,
) {
    LocalBackHandling.current(true, onBack)
    CompositionLocalProvider(LocalContentColor provides MaterialTheme.colorScheme.onBackground) {
        Box(
            modifier
                .fillMaxSize()
                .background(MaterialTheme.colorScheme.background)
                .safeDrawingPadding()
                .testTag(tag)
                .backOnEscape(onBack),
            contentAlignment = Alignment.TopCenter,
        ) {
            Column(Modifier.widthIn(max = Space.ContentMax).fillMaxSize()) {
                Column(Modifier.padding(horizontal = Space.Regular), content = head)
                Column(
                    Modifier
                        .weight(1f)
                        .fillMaxWidth()
                        .verticalScroll(scroll)
                        .padding(horizontal = Space.Regular)
                        .padding(bottom = Space.Large),
                    content = content,
                )
                foot?.let {
                    Line()
                    Column(
                        Modifier.fillMaxWidth().background(AppTheme.sheet).padding(horizontal = Space.Regular, vertical = Space.Medium),
                        content = it,
                    )
                }
            }
        }
    }
}
