package no.bibliotekkortet.ui

import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door

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

    /** The failure goes away, and the person goes on at the field. */
    FIELD(AppActions::dismissTrouble),
}

/** What "try again" means depends on where the person is, and on whether there is a session to ask with. */
internal fun next(
    failure: CardException,
    place: Place,
    opened: Opened,
    needsSignIn: Boolean,
): Next =
    when (place) {
        Place.CARD_FORM -> atForm(failure)
        Place.ONE_TIME_CODE -> Next.FIELD
        Place.CARD -> onCard(failure, opened, needsSignIn)
        Place.LOADING, Place.SIGN_IN, Place.WAITING, Place.LOCKED -> anywhere(failure, session = false)
    }

/** The secret is gone, so it is typed anew, unless another door is the way. */
private fun atForm(failure: CardException): Next =
    when (failure) {
        is CardException.LockedOut, is CardException.LevelTooLow -> Next.SIGN_IN
        else -> Next.FIELD
    }

private fun onCard(
    failure: CardException,
    opened: Opened,
    needsSignIn: Boolean,
): Next =
    when {
        opened == Opened.STEP_UP -> Next.STEP_UP
        opened != Opened.DEVICES -> anywhere(failure, session = !needsSignIn)
        failure is CardException.SignInExpired || needsSignIn -> Next.SIGN_IN
        else -> Next.DEVICES
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

        is CardException.InvalidNumber, is CardException.WrongCredentials -> Next.DISMISS

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
