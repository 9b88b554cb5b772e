package no.bibliotekkortet.ui

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.shell.isTyped

/** What a failure's button does. */
internal enum class Next(
    val run: (AppActions) -> Unit,
) {
    SIGN_IN({ it.signIn(Door.ID_PORTEN) }),
    REFRESH(AppActions::refresh),
    DEVICES(AppActions::seeDevices),
    STEP_UP(AppActions::stepUp),
    UNLOCK(AppActions::unlock),
    DISMISS(AppActions::dismissTrouble),
    AGAIN(AppActions::again),
    READ_AGAIN(AppActions::readAgain),
    SIGN(AppActions::sign),
    FIND({ it.open(Opened.FIND) }),
    CHILD_LIBRARY({ it.open(Opened.CHILD_LIBRARY) }),
    CODE_AGAIN(AppActions::codeAgain),
    REGISTER(AppActions::beginRegistration),
    FINISH(AppActions::finishRegistration),

    /** To the page of the library at hand, which only the shell can name. */
    LIBRARY(AppActions::dismissTrouble),

    /** The failure goes away, and the person goes on at the field. */
    FIELD(AppActions::dismissTrouble),
}

/** What "try again" means depends on where the person is, and on whether there is a session to ask with. */
internal fun next(
    failure: CardException,
    place: Place,
    shell: ShellState,
    state: AppState,
): Next =
    asTyped(failure) ?: when (place) {
        Place.CARD_FORM -> atForm(failure)
        Place.ONE_TIME_CODE -> Next.FIELD
        Place.CARD -> onCard(failure, shell, state)
        Place.REGISTER -> onRegistering(failure, state.needsSignIn)
        Place.LOADING, Place.SIGN_IN, Place.WITHOUT_EID, Place.WAITING, Place.LOCKED -> anywhere(failure, session = false)
    }

/** What was typed is put right where it stands; null when that isn't what it is about. */
private fun asTyped(failure: CardException): Next? =
    when {
        !failure.isTyped -> null
        failure is CardException.CodeExpired -> Next.CODE_AGAIN
        failure is CardException.WrongCode && failure.triesLeft == 0u.toUByte() -> Next.CODE_AGAIN
        failure is CardException.Incomplete -> Next.FINISH
        failure is CardException.ChangedElsewhere -> Next.DISMISS
        else -> Next.FIELD
    }

/** While a card is being got there is nobody to be but whom ID-porten says. */
private fun onRegistering(
    failure: CardException,
    needsSignIn: Boolean,
): Next =
    when (failure) {
        is CardException.SignInExpired, is CardException.SignInRefused, is CardException.SignInCancelled,
        is CardException.LevelTooLow,
        -> Next.REGISTER
        is CardException.NotAllowed, is CardException.LockedOut, is CardException.NoRules, is CardException.LibraryClosed -> Next.DISMISS
        else -> if (needsSignIn) Next.REGISTER else Next.AGAIN
    }

/** The secret is gone, so it is typed anew, unless another door is the way. */
private fun atForm(failure: CardException): Next =
    when (failure) {
        is CardException.LockedOut, is CardException.LevelTooLow -> Next.SIGN_IN
        else -> Next.FIELD
    }

private fun onCard(
    failure: CardException,
    shell: ShellState,
    state: AppState,
): Next =
    when (shell.opened) {
        Opened.STEP_UP -> Next.STEP_UP
        Opened.DEVICES -> if (failure is CardException.SignInExpired || state.needsSignIn) Next.SIGN_IN else Next.DEVICES
        Opened.TRIP, Opened.END_TRIP -> onTrip(failure, hasText = state.trip?.rules != null, state.needsSignIn)
        Opened.END_CARD -> Next.DISMISS
        Opened.ADD_CHILDREN, Opened.CHILD_CODE ->
            if (failure is CardException.LibraryClosed) Next.CHILD_LIBRARY else onPage(failure, state.needsSignIn)
        else -> if (shell.onCardFace) anywhere(failure, session = !state.needsSignIn) else onPage(failure, state.needsSignIn)
    }

/** Nothing but the card itself is to be seen. */
internal val ShellState.onCardFace: Boolean get() = tab == Tab.CARD && opened == Opened.NOTHING

private fun onTrip(
    failure: CardException,
    hasText: Boolean,
    needsSignIn: Boolean,
): Next =
    when {
        failure is CardException.SignInExpired || needsSignIn -> Next.SIGN_IN
        failure is CardException.LibraryClosed -> Next.FIND
        failure is CardException.NotAllowed -> Next.LIBRARY
        failure is CardException.RulesChanged || !hasText -> Next.READ_AGAIN
        else -> Next.SIGN
    }

/** What failed there was asked for there, and is asked for once more. */
private fun onPage(
    failure: CardException,
    needsSignIn: Boolean,
): Next =
    when {
        failure is CardException.SignInExpired || needsSignIn -> Next.SIGN_IN
        failure is CardException.LibraryClosed -> Next.FIND
        failure is CardException.NotAllowed || failure is CardException.LockedOut -> Next.DISMISS
        else -> Next.AGAIN
    }

/** Without a session there is nothing to ask the register with, so it is the sign-in that is tried again. */
private fun anywhere(
    failure: CardException,
    session: Boolean,
): Next =
    when (failure) {
        is CardException.SignInRefused,
        is CardException.SignInCancelled,
        is CardException.SignInExpired,
        is CardException.LevelTooLow,
        is CardException.StorageDamaged,
        is CardException.LockedOut,
        -> Next.SIGN_IN

        is CardException.InvalidNumber,
        is CardException.WrongCredentials,
        is CardException.RulesChanged,
        is CardException.RulesRefused,
        is CardException.NoRules,
        is CardException.LibraryClosed,
        is CardException.NotAllowed,
        is CardException.ReceiptRefused,
        is CardException.WrongCode,
        is CardException.CodeExpired,
        is CardException.TooSimple,
        is CardException.WrongLength,
        is CardException.InvalidEmail,
        is CardException.LookalikeEmail,
        is CardException.InvalidPhone,
        is CardException.InvalidAddress,
        is CardException.ChangedElsewhere,
        is CardException.Incomplete,
        -> Next.DISMISS

        is CardException.Locked -> Next.UNLOCK

        is CardException.Offline,
        is CardException.Service,
        is CardException.ClockWrong,
        is CardException.NoCard,
        is CardException.StorageFull,
        is CardException.StorageReadOnly,
        is CardException.VaultUnavailable,
        is CardException.Internal,
        -> if (session) Next.REFRESH else Next.SIGN_IN
    }
