package no.bibliotekkortet.app

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleTone
import no.bibliotekkortet.ui.screens.LoadingScreen
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.strings
import no.bibliotekkortet.ui.theme.AppTheme

/** The app without its native part: what is wrong, and the way out. There is no core here to ask. */
@Composable
fun NoLibraryScreen(
    language: String,
    onClose: () -> Unit,
) {
    val words = strings(language)
    val error = words.error("NoLibrary")
    AppTheme(dark = null) {
        CompositionLocalProvider(LocalStrings provides words) {
            LoadingScreen(error?.let { Trouble(TroubleTone.STOP, it.title, it.text, it.action, onClose, onClose) })
        }
    }
}
