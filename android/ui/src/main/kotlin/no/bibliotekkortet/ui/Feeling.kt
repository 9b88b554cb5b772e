package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.shell.isTyped
import no.bibliotekkortet.ui.text.code

/** What a hand is told: what the person asked for is done, or it was refused. Nothing else moves the phone. */
enum class Felt { DONE, REFUSED }

/**
 * How what the person asked for stands.
 *
 * @property entering they are signing in.
 * @property entered they are in.
 * @property signed how many agreements of this trip are signed.
 * @property done what was sent was taken.
 * @property left the card is ended.
 * @property refused the code of what was refused.
 */
data class Feeling(
    val entering: Boolean,
    val entered: Boolean,
    val signed: Int,
    val done: Boolean,
    val left: Boolean,
    val refused: String?,
) {
    constructor(state: AppState, shell: ShellState) : this(
        entering = state.phase is Phase.SigningIn,
        entered = state.phase is Phase.Card,
        signed = state.trip?.run { stops.count { it.receipt != null } } ?: 0,
        done = shell.done || shell.registered,
        left = state.leaving?.endedAt != null,
        refused = (shell.refused ?: shell.refusal ?: state.trip?.trouble ?: state.trouble)?.takeIf { it.isRefusal }?.code,
    )

    /** What a hand is told when [before] came to this. */
    fun after(before: Feeling): Felt? =
        when {
            refused != null -> Felt.REFUSED.takeIf { refused != before.refused }
            before.entering && entered || signed > before.signed || done && !before.done || left && !before.left -> Felt.DONE
            else -> null
        }
}

/** What the person gave wasn't taken. That there is no network, or no answer, is no refusal. */
private val CardException.isRefusal
    get() =
        isTyped ||
            this is CardException.InvalidNumber ||
            this is CardException.WrongCredentials ||
            this is CardException.LockedOut ||
            this is CardException.NotAllowed ||
            this is CardException.SignInRefused ||
            this is CardException.RulesRefused ||
            this is CardException.ReceiptRefused

/** Tells the hand; what stood so when the screen came isn't told. */
@Composable
fun TellHand(
    state: AppState,
    shell: ShellState,
) {
    val feel = LocalFeel.current
    val now = Feeling(state, shell)
    val last = remember { arrayOf(now) }
    LaunchedEffect(now) {
        now.after(last[0])?.let(feel)
        last[0] = now
    }
}
