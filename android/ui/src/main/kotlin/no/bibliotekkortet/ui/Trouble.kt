package no.bibliotekkortet.ui

import androidx.compose.runtime.Immutable
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.TripView
import no.bibliotekkortet.ui.shell.isTyped
import no.bibliotekkortet.ui.text.ErrorWords
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.code
import no.bibliotekkortet.ui.text.tryAgain
import no.bibliotekkortet.ui.text.waits
import no.bibliotekkortet.ui.text.wrongCode

/** How a failure should feel. */
enum class TroubleTone { NEWS, OFFLINE, WAIT, STOP }

/** The field of a form that is to be put right. */
enum class TroubleField { NUMBER, SECRET, PERSON }

/**
 * A failure as drawn.
 *
 * @property field where the person goes on when the failure met them at a form.
 */
@Immutable
data class Trouble(
    val tone: TroubleTone,
    val title: String,
    val text: String,
    val action: String,
    val onAction: () -> Unit,
    val onDismiss: () -> Unit,
    val field: TroubleField? = null,
)

/** The failure to show now. The shell's own comes first: it is what the person just met. Null: there is none, or a line says it already. */
fun trouble(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
    words: Strings,
): Trouble? {
    val place = placeOf(state, shell)
    shell.trouble?.let { own -> own.code?.let(words::error)?.let { return shellTrouble(own, it, actions, place) } }
    val onTrip = place == Place.CARD && (shell.opened == Opened.TRIP || shell.opened == Opened.END_TRIP)
    val stopped = state.trip?.trouble?.takeIf { onTrip }
    val failure = shell.refused ?: shell.refusal ?: stopped ?: state.trouble ?: return null
    if (failure is CardException.ChangedElsewhere && state.conflict != null) return null
    val onFace = place == Place.CARD && shell.onCardFace
    if (onFace && state.needsSignIn && failure is CardException.SignInExpired) return null
    val error = sentence(failure, place, shell, words) ?: return null
    val works = onFace && failure is CardException.Offline && shownPage(state, shell)?.card?.barcode != null
    val title = if (works) words.cardOffline else error.title
    val next = next(failure, place, shell, state)
    val field =
        when {
            failure is CardException.InvalidNumber -> TroubleField.NUMBER
            place == Place.CARD_FORM || place == Place.ONE_TIME_CODE -> TroubleField.SECRET
            else -> TroubleField.PERSON
        }
    return Trouble(
        tone(failure),
        title,
        error.text,
        error.action,
        {
            next.run(actions)
            if (next == Next.LIBRARY) state.trip?.library?.let(actions::openLibrary)
        },
        actions::dismissTrouble,
        field.takeIf { next == Next.FIELD },
    )
}

/** The number of the library at the open stop. */
private val TripView.library get() = stops.getOrNull(at.toInt())?.library?.number

private val ABOUT_PERSON =
    setOf(Opened.EMAIL, Opened.CONTACT, Opened.CONTACT_FORM, Opened.ADDRESS_FORM, Opened.PIN, Opened.PASSWORD)

private val ABOUT_CHILDREN =
    setOf(
        Opened.CARDS,
        Opened.CHILDREN,
        Opened.CHILD,
        Opened.ADD_CHILDREN,
        Opened.CHILD_LIBRARY,
        Opened.CHILD_CODE,
        Opened.LEDGER,
    )

private fun sentence(
    failure: CardException,
    place: Place,
    shell: ShellState,
    words: Strings,
): ErrorWords? {
    val usual = words.error(failure.code)
    return when {
        failure is CardException.WrongCredentials && place == Place.ONE_TIME_CODE ->
            ErrorWords(words.oneTimeCodeWrongTitle, words.oneTimeCodeWrongText, words.oneTimeCodeWrongAction)
        failure is CardException.WrongCode -> wrongCode(failure, words)
        failure is CardException.LockedOut && (place == Place.REGISTER || shell.opened in ABOUT_PERSON) -> waits(failure, words)
        failure is CardException.NotAllowed && (place == Place.REGISTER || place == Place.SIGN_IN) ->
            ErrorWords(words.registerNotAllowedTitle, words.registerNotAllowedText, words.a11yDismiss)
        failure is CardException.NotAllowed && place == Place.CARD && shell.opened in ABOUT_CHILDREN ->
            ErrorWords(words.childrenNotAllowedTitle, words.childrenNotAllowedText, words.a11yDismiss)
        place == Place.REGISTER && (failure is CardException.SignInExpired || failure is CardException.LevelTooLow) ->
            usual?.copy(action = words.registerSignIn)
        failure is CardException.LockedOut -> usual?.let { it.copy(text = tryAgain(failure, words) ?: it.text) }
        else -> usual
    }
}

private fun shellTrouble(
    trouble: ShellTrouble,
    words: ErrorWords,
    actions: AppActions,
    place: Place,
) = Trouble(
    if (trouble == ShellTrouble.BAD_LINK || trouble == ShellTrouble.NO_DEVICE_LOCK) TroubleTone.NEWS else TroubleTone.STOP,
    words.title,
    words.text,
    words.action,
    onAction = {
        actions.dismissShellTrouble()
        // At the form the secret is gone, so it is sent anew from there.
        if (trouble == ShellTrouble.PORT_IN_USE && place != Place.CARD_FORM) actions.signIn(Door.ID_PORTEN)
    },
    onDismiss = actions::dismissShellTrouble,
)

private fun tone(failure: CardException): TroubleTone =
    when (failure) {
        is CardException.Offline -> TroubleTone.OFFLINE
        is CardException.SignInCancelled, is CardException.SignInExpired, is CardException.NoCard, is CardException.Locked,
        is CardException.RulesChanged, is CardException.LibraryClosed, is CardException.NotAllowed,
        -> TroubleTone.NEWS
        is CardException.Service, is CardException.LevelTooLow, is CardException.InvalidNumber,
        is CardException.WrongCredentials, is CardException.LockedOut,
        -> TroubleTone.WAIT
        else -> if (failure.isTyped) TroubleTone.WAIT else TroubleTone.STOP
    }
