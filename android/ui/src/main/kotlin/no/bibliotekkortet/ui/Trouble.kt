package no.bibliotekkortet.ui

import androidx.compose.runtime.Immutable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.text.ErrorWords
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.code

/** How a failure should feel. */
enum class TroubleTone { NEWS, OFFLINE, WAIT, STOP }

/** A failure as drawn. */
@Immutable
class Trouble(
    val tone: TroubleTone,
    val title: String,
    val text: String,
    val action: String,
    val onAction: () -> Unit,
    val onDismiss: () -> Unit,
)

/** The failure to show now. The shell's own comes first: it is what the person just met. Null: there is none, or a line says it already. */
fun trouble(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
    words: Strings,
): Trouble? {
    shell.trouble?.let { own -> own.code?.let(words::error)?.let { return shellTrouble(own, it, actions) } }
    val failure = state.trouble ?: return null
    val onCard = state.phase is Phase.Card
    if (onCard && state.needsSignIn && failure is CardException.SignInExpired) return null
    val error = words.error(failure.code) ?: return null
    val title = if (onCard && failure is CardException.Offline && state.card?.barcode != null) words.cardOffline else error.title
    val action =
        when (next(failure, onCard && !state.needsSignIn)) {
            Next.SIGN_IN -> ({ actions.signIn(Door.ID_PORTEN) })
            Next.REFRESH -> actions::refresh
            Next.DISMISS -> actions::dismissTrouble
        }
    return Trouble(tone(failure), title, error.text, error.action, action, actions::dismissTrouble)
}

private fun shellTrouble(
    trouble: ShellTrouble,
    words: ErrorWords,
    actions: AppActions,
) = Trouble(
    if (trouble == ShellTrouble.BAD_LINK) TroubleTone.NEWS else TroubleTone.STOP,
    words.title,
    words.text,
    words.action,
    onAction = {
        actions.dismissShellTrouble()
        if (trouble == ShellTrouble.PORT_IN_USE) actions.signIn(Door.ID_PORTEN)
    },
    onDismiss = actions::dismissShellTrouble,
)

private enum class Next { SIGN_IN, REFRESH, DISMISS }

/** What "try again" means. Without a session there is nothing to ask the register with, so it is the sign-in that is tried again. */
private fun next(
    failure: CardException,
    session: Boolean,
): Next =
    when (failure) {
        is CardException.SignInRefused,
        is CardException.SignInCancelled,
        is CardException.SignInExpired,
        is CardException.LevelTooLow,
        is CardException.StorageDamaged,
        -> Next.SIGN_IN

        is CardException.InvalidNumber -> Next.DISMISS

        is CardException.Offline,
        is CardException.Service,
        is CardException.NoCard,
        is CardException.StorageFull,
        is CardException.StorageReadOnly,
        is CardException.VaultUnavailable,
        is CardException.Internal,
        -> if (session) Next.REFRESH else Next.SIGN_IN
    }

private fun tone(failure: CardException): TroubleTone =
    when (failure) {
        is CardException.Offline -> TroubleTone.OFFLINE
        is CardException.SignInCancelled, is CardException.SignInExpired, is CardException.NoCard -> TroubleTone.NEWS
        is CardException.Service, is CardException.LevelTooLow, is CardException.InvalidNumber -> TroubleTone.WAIT
        else -> TroubleTone.STOP
    }
