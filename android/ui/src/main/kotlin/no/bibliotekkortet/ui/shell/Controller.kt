package no.bibliotekkortet.ui.shell

import androidx.compose.runtime.remember
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tab
import java.time.Duration
import java.time.Instant

/** Asks the core for a sign-in that comes back at `redirectUri`; gives the address for the browser, if it needs one. */
typealias Ask = suspend (redirectUri: String) -> String?

/** Carries out what a person asks for. The core decides; this launches its commands and says which page lies open. */
abstract class Controller(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : HouseholdPart(core, coreStates, first, surroundings),
    AppActions {
    private var goingOn: Action? = null
    private var ended = false
    private var signedOut = false

    /** Begins an attempt in the place of the one before it: listens where the browser comes back, and opens it if asked to. */
    protected abstract fun attempt(ask: Ask)

    override fun signIn(door: Door) {
        if (shellState.value.opened in BEFORE_SIGN_IN) leave()
        begin { core.beginSignIn(door, it, language) }
    }

    /** For a card of one's own it is the same sign-in that began it. */
    override fun stepUp() {
        val action = shellState.value.action
        begin { if (action == Action.REGISTER) core.beginRegistration(it, language) else core.stepUp(action, it, language) }
    }

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

    override fun chooseTab(tab: Tab) {
        leave()
        shellState.update { it.copy(tab = tab) }
        if (tab != Tab.CARD && stale()) seeLibraries()
    }

    override fun open(what: Opened) {
        when (what) {
            Opened.NOTHING -> leave()
            in BEFORE_SIGN_IN -> shellState.update { it.copy(opened = what) }
            Opened.FIND -> {
                push(what)
                find(shellState.value.query)
            }
            Opened.CHILD_LIBRARY -> chooseLibrary()
            Opened.CONTACT -> seeContact()
            else -> push(what)
        }
    }

    /** Whoever doesn't sign in for what they asked to see comes back to before they asked. */
    override fun back() {
        val gaveUp = shellState.value.opened == Opened.STEP_UP
        pop()
        if (gaveUp && nothingToSee()) pop()
    }

    private fun nothingToSee(): Boolean {
        val state = core.state()
        return when (shellState.value.opened) {
            Opened.LEAVE -> state.leaving == null
            Opened.CONTACT -> state.contact == null
            Opened.LEDGER -> state.ledger == null || state.ledger?.child != shellState.value.child
            else -> false
        }
    }

    override fun again() {
        if (repeat()) return
        if (registering) beginRegistration() else seeLibraries()
    }

    override fun openLink(link: String) {
        scope.launch(Dispatchers.IO) { surroundings.links.open(link) }
    }

    override fun seeDevices() {
        shellState.update { it.copy(opened = Opened.DEVICES, asking = true) }
        devices { core.seeDevices() }
    }

    override fun askEndDevice(id: String) = shellState.update { it.copy(opened = Opened.END_DEVICE, device = id) }

    override fun endDevice(id: String) {
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

    override fun dismissTrouble() = dropTrouble()

    override fun dismissShellTrouble() = tell(null)

    override fun chooseLanguage(code: String) = shellState.update { it.copy(language = code) }

    /** The app came in front of the person, or left. */
    fun inFront(isInFront: Boolean) {
        command {
            started.join()
            guard.inFront(isInFront)
        }
    }

    /** Each place has its own pages; and whoever came back with a surer sign-in goes on where they were. */
    override fun follow(state: AppState) {
        val out = state.phase is Phase.SignedOut
        if (out) shellState.value.typed.clear()
        shellState.update { it.at(state) }
        if (out && !signedOut) {
            surroundings.sharing.forget()
            forgetPlace()
        }
        signedOut = out
        followRegistration(state)
        followCards(state)
        if (state.phase is Phase.Card && !state.needsSignIn) shellState.value.form.clear()
        val cleared = state.clearedFor.takeIf { state.phase is Phase.Card }
        if (cleared != null && cleared != goingOn) {
            command { core.goOn() }
            goOn(cleared)
        }
        goingOn = cleared
        val over = state.leaving?.endedAt != null
        if (over && !ended) farewell()
        ended = over
    }

    /** After a kill nothing waits any more; the person comes to where they asked for it. */
    private fun goOn(cleared: Action) {
        if (cleared != Action.END_DEVICES && resume(cleared)) return
        leave()
        when (cleared) {
            Action.END_DEVICES -> seeDevices()
            Action.LEAVE -> seeLeaving()
            Action.SIGN_RULES -> if (core.state().trip != null) push(Opened.TRIP)
            Action.CHOOSE_LIBRARIES -> shellState.update { it.copy(tab = Tab.LIBRARIES) }
            Action.CHANGE_CONTACT -> over(Tab.ME, ::seeContact)
            Action.CHANGE_SECRET -> over(Tab.ME) {}
            Action.ACT_FOR_CHILD -> over(Tab.ME) { push(Opened.CHILDREN) }
            Action.SHOW_CARD, Action.REGISTER -> Unit
        }
    }

    private fun over(
        tab: Tab,
        then: () -> Unit,
    ) {
        shellState.update { it.copy(tab = tab) }
        then()
    }

    /** What was told about libraries is so old that it is asked for again when somebody looks. */
    private fun stale(): Boolean {
        val told = core.state().relationsAt ?: return true
        return Duration.between(told, Instant.now()) > STALE
    }

    override fun begin(ask: Ask) {
        forget()
        attempt(ask)
    }

    private fun devices(ask: suspend () -> Unit) {
        errand(Action.END_DEVICES, ask).invokeOnCompletion { shellState.update { it.copy(asking = false, ending = null) } }
    }

    private companion object {
        val STALE: Duration = Duration.ofMinutes(10)
    }
}

/** What may stay open in a place. On the way in and out of the browser everything stays, to come back to. */
private fun ShellState.at(state: AppState): ShellState =
    when (state.phase) {
        is Phase.SignedOut ->
            ShellState(
                language,
                now,
                zone,
                trouble,
                dark,
                opened = if (opened in FORM || opened == Opened.WITHOUT_EID) opened.atForm() else Opened.NOTHING,
                form = form,
                refusal = refusal,
                idPortenOnly = idPortenOnly,
                canLocate = canLocate,
            )
        is Phase.Card ->
            when {
                opened == Opened.WITHOUT_EID -> copy(opened = Opened.NOTHING)
                opened !in FORM -> this
                state.needsSignIn -> copy(opened = opened.atForm())
                else -> copy(opened = Opened.NOTHING)
            }
        is Phase.Starting, is Phase.SigningIn, is Phase.Locked -> this
    }

/** A code that came to nothing leads back to the form. */
private fun Opened.atForm() = if (this == Opened.ONE_TIME_CODE) Opened.CARD_FORM else this

private val FORM = setOf(Opened.CARD_FORM, Opened.FORGOT, Opened.ONE_TIME_CODE)
