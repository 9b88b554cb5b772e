package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.parts.Appear
import no.bibliotekkortet.ui.screens.LoadingScreen
import no.bibliotekkortet.ui.screens.SignInScreen
import no.bibliotekkortet.ui.screens.WaitingScreen
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.strings
import no.bibliotekkortet.ui.theme.AppTheme

/**
 * The whole app: draws [state] and [shell], and tells [actions] what the person did.
 *
 * @param opened what lies open over the card at first; for pictures of every state.
 */
@Composable
fun BibliotekkortetApp(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
    opened: Opened = Opened.NOTHING,
) {
    val words = strings(shell.language)
    AppTheme(shell.dark) {
        CompositionLocalProvider(LocalStrings provides words) {
            val trouble = trouble(state, shell, actions, words)
            var signedOut by rememberSaveable { mutableStateOf(false) }
            LaunchedEffect(state.phase is Phase.SigningIn) { if (state.phase is Phase.SigningIn) signedOut = false }
            val confirmed =
                remember(actions) {
                    object : AppActions by actions {
                        override fun signOut() {
                            signedOut = true
                            actions.signOut()
                        }
                    }
                }
            Appear(state.phase::class) {
                when (val phase = state.phase) {
                    is Phase.Starting -> LoadingScreen(trouble)
                    is Phase.SignedOut -> SignInScreen(state.offline, trouble, signedOut, actions)
                    is Phase.SigningIn -> WaitingScreen(phase.step, shell.trouble == ShellTrouble.NO_BROWSER, trouble, actions)
                    is Phase.Card -> CardPlace(state, Moments(words, shell.now, shell.zone), trouble, confirmed, opened)
                }
            }
        }
    }
}
