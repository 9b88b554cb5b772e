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
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.parts.Appear
import no.bibliotekkortet.ui.screens.CardFormScreen
import no.bibliotekkortet.ui.screens.LoadingScreen
import no.bibliotekkortet.ui.screens.LockedScreen
import no.bibliotekkortet.ui.screens.OneTimeCodeScreen
import no.bibliotekkortet.ui.screens.SignInScreen
import no.bibliotekkortet.ui.screens.SignedOut
import no.bibliotekkortet.ui.screens.WaitingScreen
import no.bibliotekkortet.ui.screens.WithoutEidScreen
import no.bibliotekkortet.ui.screens.cards.Acting
import no.bibliotekkortet.ui.screens.register.RegisterScreen
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.strings
import no.bibliotekkortet.ui.theme.AppTheme

/** The whole app: draws [state] and [shell], and tells [actions] what the person did. */
@Composable
fun BibliotekkortetApp(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
) {
    val words = strings(shell.language)
    AppTheme(shell.dark) {
        CompositionLocalProvider(LocalStrings provides words) {
            val trouble = trouble(state, shell, actions, words)
            var signedOut by rememberSaveable { mutableStateOf<SignedOut?>(null) }
            LaunchedEffect(state.phase is Phase.SigningIn) { if (state.phase is Phase.SigningIn) signedOut = null }
            val getting = state.registration != null
            val confirmed =
                remember(actions, getting) {
                    object : AppActions by actions {
                        override fun signOut(browserToo: Boolean) {
                            signedOut = if (getting) SignedOut.LATER else SignedOut.DONE
                            actions.signOut(browserToo)
                        }
                    }
                }
            val step = (state.phase as? Phase.SigningIn)?.step
            val moments = Moments(words, shell.now, shell.zone)
            val place = placeOf(state, shell)
            TellHand(state, shell)
            Appear(place) {
                when (place) {
                    Place.LOADING -> LoadingScreen(trouble)
                    Place.SIGN_IN -> SignInScreen(state.offline, shell.idPortenOnly, trouble, signedOut, actions)
                    Place.CARD_FORM -> CardFormScreen(shell.form, step != null, shell.opened == Opened.FORGOT, trouble, actions)
                    Place.ONE_TIME_CODE -> OneTimeCodeScreen(step !is SignInStep.CodeWanted, trouble, actions)
                    Place.WAITING ->
                        WaitingScreen(step ?: SignInStep.Preparing, shell.trouble == ShellTrouble.NO_BROWSER, trouble, actions)
                    Place.WITHOUT_EID -> WithoutEidScreen(shell.idPortenOnly, trouble, actions)
                    Place.REGISTER -> RegisterScreen(state, shell, moments, trouble, confirmed)
                    Place.CARD -> Acting(state, shell, confirmed) { CardPlace(state, shell, moments, trouble, confirmed) }
                    Place.LOCKED -> LockedScreen(trouble, actions::unlock)
                }
            }
        }
    }
}
