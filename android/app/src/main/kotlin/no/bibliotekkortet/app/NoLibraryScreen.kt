package no.bibliotekkortet.app

import androidx.compose.runtime.Composable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.Opened
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
    val state =
        AppState(
            0u,
            Phase.Starting,
            card = null,
            refreshing = false,
            offline = false,
            needsSignIn = false,
            clearedFor = null,
            devices = null,
            lockCard = false,
            trouble = null,
        )
    BibliotekkortetApp(state, ShellState(language, Instant.now(), ZoneId.systemDefault(), ShellTrouble.NO_LIBRARY), OnlyClose(onClose))
}

private class OnlyClose(
    private val close: () -> Unit,
) : AppActions {
    override fun signIn(door: Door) = close()

    override fun openBrowserAgain() = close()

    override fun cancelSignIn() = close()

    override fun refresh() = close()

    override fun signOut(browserToo: Boolean) = close()

    override fun dismissTrouble() = close()

    override fun dismissShellTrouble() = close()

    override fun chooseLanguage(code: String) = Unit

    override fun open(what: Opened) = close()

    override fun signInWithCard() = close()

    override fun giveOneTimeCode(code: String) = close()

    override fun seeDevices() = close()

    override fun askEndDevice(id: String) = close()

    override fun endDevice(id: String) = close()

    override fun stepUp() = close()

    override fun unlock() = close()

    override fun lockCard(lock: Boolean) = close()
}
