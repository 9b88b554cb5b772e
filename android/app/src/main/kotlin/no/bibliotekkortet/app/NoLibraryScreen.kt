package no.bibliotekkortet.app

import androidx.compose.runtime.Composable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import java.time.Instant
import java.time.ZoneId

/** The same screens without a core: they say what is wrong, and every way leads to [onClose]. */
@Composable
fun NoLibraryScreen(
    language: String,
    onClose: () -> Unit,
) {
    val state = AppState(0u, Phase.Starting, null, refreshing = false, offline = false, needsSignIn = false, trouble = null)
    BibliotekkortetApp(state, ShellState(language, Instant.now(), ZoneId.systemDefault(), ShellTrouble.NO_LIBRARY), OnlyClose(onClose))
}

private class OnlyClose(
    private val close: () -> Unit,
) : AppActions {
    override fun signIn(door: Door) = close()

    override fun openBrowserAgain() = close()

    override fun cancelSignIn() = close()

    override fun refresh() = close()

    override fun signOut() = close()

    override fun dismissTrouble() = close()

    override fun dismissShellTrouble() = close()

    override fun chooseLanguage(code: String) = Unit
}
