package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState

/** Asks the core for a sign-in that comes back at `redirectUri`; gives the address for the browser, if it needs one. */
typealias Ask = suspend (redirectUri: String) -> String?

/** Carries out what a person asks for. The core decides; this launches its commands and says which page lies open. */
abstract class Controller(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    deviceLock: DeviceLock,
) : Shell(core, coreStates, first),
    AppActions {
    private val guard = Guard(core, shellState, deviceLock)
    private var goingOn: Action? = null

    /** Begins an attempt in the place of the one before it: listens where the browser comes back, and opens it if asked to. */
    protected abstract fun attempt(ask: Ask)

    override fun signIn(door: Door) {
        if (shellState.value.opened in BEFORE_SIGN_IN) leave()
        begin { core.beginSignIn(door, it, language) }
    }

    override fun stepUp() = begin { core.stepUp(shellState.value.action, it, language) }

    override fun signInWithCard() {
        val form = shellState.value.form
        val (user, secret) = form.number to form.take()
        forget()
        attempt { redirectUri ->
            try {
                core.signInWithCard(user, secret, form.remember, redirectUri, language)
            } catch (wrong: CardException.InvalidNumber) {
                refuse(wrong)
                throw wrong
            }
        }
    }

    override fun giveOneTimeCode(code: String) {
        open(Opened.ONE_TIME_CODE)
        command { core.giveOneTimeCode(code) }
    }

    /** A pushed request is good for one opening (RFC 9126 §4), so this is a new attempt. */
    override fun openBrowserAgain() = begin { core.beginAgain(it, language) }

    override fun cancelSignIn() {
        command { core.cancelSignIn() }
    }

    override fun refresh() {
        command { core.refresh() }
    }

    override fun open(what: Opened) = if (what == Opened.NOTHING) leave() else shellState.update { it.copy(opened = what) }

    override fun seeDevices() {
        forget()
        shellState.update { it.copy(opened = Opened.DEVICES, asking = true) }
        devices { core.seeDevices() }
    }

    override fun askEndDevice(id: String) = shellState.update { it.copy(opened = Opened.END_DEVICE, device = id) }

    override fun endDevice(id: String) {
        forget()
        shellState.update { it.copy(opened = Opened.DEVICES, ending = id) }
        devices { core.endDevice(id) }
    }

    override fun unlock() {
        command { guard.open() }
    }

    override fun lockCard(lock: Boolean) {
        command {
            try {
                if (lock) guard.close() else guard.through { core.lockCard(false) }
            } catch (_: CardException.Locked) {
                // the person gave up
            } catch (refusal: CardException) {
                refuse(refusal)
            }
        }
    }

    override fun dismissTrouble() {
        forgive()
        command { core.dismissTrouble() }
    }

    override fun dismissShellTrouble() = tell(null)

    override fun chooseLanguage(code: String) = shellState.update { it.copy(language = code) }

    /** The app came in front of the person, or left. */
    fun inFront(isInFront: Boolean) {
        command {
            started.join()
            guard.inFront(isInFront)
        }
    }

    protected val language get() = shellState.value.language

    /** Each place has its own pages; and whoever came back with a surer sign-in goes on where they were. */
    override fun follow(state: AppState) {
        shellState.update { it.copy(opened = it.opened.at(state)) }
        if (state.phase is Phase.Card && !state.needsSignIn) shellState.value.form.clear()
        val cleared = state.clearedFor.takeIf { state.phase is Phase.Card }
        if (cleared != null && cleared != goingOn) {
            command { core.goOn() }
            if (cleared == Action.END_DEVICES) seeDevices() else leave()
        }
        goingOn = cleared
    }

    /** Back to the place under it. What was typed there, and what failed there, doesn't come along. */
    private fun leave() {
        val left = shellState.value.opened
        shellState.update { it.copy(opened = Opened.NOTHING) }
        if (left in BEFORE_SIGN_IN) shellState.value.form.clear()
        if (left in PAGES) dismissTrouble()
    }

    private fun begin(ask: Ask) {
        forget()
        attempt(ask)
    }

    /** What failed before is no news once the person tries again. */
    private fun forget() {
        dismissShellTrouble()
        forgive()
    }

    private fun devices(ask: suspend () -> Unit) {
        command {
            try {
                guard.through(ask)
            } catch (_: CardException.LevelTooLow) {
                shellState.update { it.copy(opened = Opened.STEP_UP, action = Action.END_DEVICES) }
            } catch (refusal: CardException) {
                if (refusal is CardException.Locked || refusal is CardException.SignInExpired) refuse(refusal)
                throw refusal
            } finally {
                shellState.update { it.copy(asking = false, ending = null) }
            }
        }
    }
}

/** What may stay open in a place. On the way in and out of the browser everything stays, to come back to. */
private fun Opened.at(state: AppState): Opened {
    val form = this in BEFORE_SIGN_IN
    return when (state.phase) {
        is Phase.SignedOut -> if (form) atForm() else Opened.NOTHING
        is Phase.Card ->
            if (!form) {
                this
            } else if (state.needsSignIn) {
                atForm()
            } else {
                Opened.NOTHING
            }
        is Phase.Starting, is Phase.SigningIn, is Phase.Locked -> this
    }
}

/** A code that came to nothing leads back to the form. */
private fun Opened.atForm() = if (this == Opened.ONE_TIME_CODE) Opened.CARD_FORM else this

private val BEFORE_SIGN_IN = setOf(Opened.CARD_FORM, Opened.FORGOT, Opened.ONE_TIME_CODE)
private val PAGES = BEFORE_SIGN_IN + setOf(Opened.DEVICES, Opened.STEP_UP)
