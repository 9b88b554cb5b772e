package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.background
import androidx.compose.foundation.focusable
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.core.Barcode
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.LocalBackHandling
import no.bibliotekkortet.ui.LocalWhileReading
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.backOnEscape
import no.bibliotekkortet.ui.theme.CardTokens

/** For the queue: nothing but the code, as large as whole pixels allow, the number and the name. White at night too. */
@Composable
fun ReaderScreen(
    card: CardView,
    barcode: Barcode,
    onClose: () -> Unit,
    modifier: Modifier = Modifier,
    startsTurned: Boolean = false,
) {
    var turned by rememberSaveable { mutableStateOf(startsTurned) }
    LocalBackHandling.current(true, onClose)
    LocalWhileReading.current()
    BoxWithConstraints(
        modifier
            .fillMaxSize()
            .background(CardTokens.CodePaper)
            .closesOnEscape(onClose)
            .testTag(Tags.READER)
            .safeDrawingPadding(),
    ) {
        val room = maxHeight
        val tall = maxHeight > maxWidth
        Column(
            Modifier.fillMaxSize().verticalScroll(rememberScrollState()).heightIn(min = room),
            horizontalAlignment = Alignment.CenterHorizontally,
        ) {
            ReaderBar(turned, { value: Boolean -> turned = value }.takeIf { tall }, onClose)
            if (turned && tall) DownCode(card, barcode, room) else AcrossCode(card, barcode, room)
        }
    }
}

@Composable
private fun Modifier.closesOnEscape(onClose: () -> Unit): Modifier {
    val focus = remember { FocusRequester() }
    LaunchedEffect(focus) { focus.requestFocus() }
    return backOnEscape(onClose).focusRequester(focus).focusable()
}
