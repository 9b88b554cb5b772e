package no.bibliotekkortet.binding

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.StateObserver

/**
 * The core as a flow. Holds one subscription from the constructor until [close], and owns [app] from then on.
 *
 * The commands are the core's own and throw its `CardException`; the same failure is then also in [state].
 */
class CardStore(
    private val app: CardAppInterface,
) : AutoCloseable {
    private val states = MutableStateFlow(app.state())

    /** The newest snapshot. Never goes back to an older revision. */
    val state: StateFlow<AppState> = states.asStateFlow()

    private val subscription =
        app.observe(
            object : StateObserver {
                override fun changed(state: AppState) = states.update { if (state.revision > it.revision) state else it }
            },
        )

    /** Reads the cache, and asks the register when it can. Returns when the first place is known. */
    suspend fun start() = app.start()

    /** Begins a sign-in and returns the address for the system's browser. [redirectUri] is where the shell listens. */
    suspend fun beginSignIn(
        door: Door,
        redirectUri: String,
        language: String,
    ): String = app.beginSignIn(door, redirectUri, language)

    /** Ends a sign-in with the address that the browser came back with. It is untrusted; the core checks it. */
    suspend fun finishSignIn(redirect: String) = app.finishSignIn(redirect)

    /** Gives the waiting sign-in up. */
    suspend fun cancelSignIn() = app.cancelSignIn()

    /** Asks the register for the card. */
    suspend fun refresh() = app.refresh()

    /** Ends the session and forgets the card. */
    suspend fun signOut() = app.signOut()

    /** Puts the last failure away. */
    suspend fun dismissTrouble() = app.dismissTrouble()

    /** Ends the subscription and lets the core go. Commands afterwards fail; [state] keeps its last value. */
    override fun close() {
        subscription.cancel()
        subscription.close()
        (app as? AutoCloseable)?.close()
    }
}
