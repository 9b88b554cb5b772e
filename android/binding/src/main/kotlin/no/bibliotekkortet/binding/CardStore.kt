package no.bibliotekkortet.binding

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.StateObserver

/**
 * The core as a flow. Holds one subscription from the constructor until [close], and owns [app] from then on.
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

    /** Ends the subscription and lets the core go. Commands afterwards fail; [state] keeps its last value. */
    override fun close() {
        subscription.cancel()
        subscription.close()
        (app as? AutoCloseable)?.close()
    }
}
