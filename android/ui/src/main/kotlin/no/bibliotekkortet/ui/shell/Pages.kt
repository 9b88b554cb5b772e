package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.withContext
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Step
import no.bibliotekkortet.ui.text.strings

/** Which page lies open, what lies under it, and errands that may lead through the device's lock or a surer sign-in. */
abstract class Pages(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    protected val surroundings: Surroundings,
) : Shell(core, coreStates, first) {
    protected val guard = Guard(core, shellState, surroundings.deviceLock)
    private var waiting: Pair<Action, () -> Unit>? = null
    private var last: (() -> Unit)? = null

    protected val language get() = shellState.value.language

    protected val words get() = strings(language)

    /** Gives a file to another app, or saves it and says where. */
    protected suspend fun share(
        name: String,
        bytes: ByteArray,
        mime: String,
    ) {
        val place = withContext(Dispatchers.IO) { surroundings.sharing.share(name, bytes, mime) }
        shellState.update { it.copy(saved = place) }
    }

    /** Lays [what] over the open page. */
    protected fun push(what: Opened) = go(shellState.value.here.copy(opened = what))

    /** Lays a page over the open one, which it comes back to. */
    protected fun go(to: Step) {
        shellState.update { shell ->
            val here = shell.here
            val stays = here == to || here.opened in PASSING
            show(shell, to).copy(under = if (stays) shell.under else shell.under + here)
        }
    }

    /** The page under the open one comes back. What failed on that one doesn't come along. */
    protected fun pop() {
        val left = shellState.value.opened
        last = null
        parted(left)
        shellState.update { shell ->
            val to = shell.under.lastOrNull() ?: Step(Opened.NOTHING)
            show(shell, to).copy(under = shell.under.dropLast(1), saved = null, done = false)
        }
        if (left in PAGES) dropTrouble()
    }

    /** Everything over the place goes away. */
    protected fun leave() {
        val left = shellState.value.opened
        last = null
        shellState.update { show(it, Step(Opened.NOTHING)).copy(under = emptyList(), saved = null, done = false) }
        if (left in BEFORE_SIGN_IN) shellState.value.form.clear()
        shellState.value.typed.clear()
        if (left in PAGES) dropTrouble()
    }

    /** What was wrong on that page is no news elsewhere, and its secrets go with it. */
    private fun parted(left: Opened) {
        if (left in SECRET) shellState.value.typed.wipe()
        if (left != Opened.STEP_UP) shellState.update { it.copy(refused = null) }
    }

    /** What failed before is no news once the person tries again. */
    protected fun forget() {
        tell(null)
        forgive()
    }

    protected fun dropTrouble() {
        forgive()
        command { core.dismissTrouble() }
    }

    /**
     * Something asked of the core. Where it needs a surer sign-in for [action], that page opens, and the errand is done when the
     * person comes back with it.
     */
    protected fun errand(
        action: Action? = null,
        block: suspend () -> Unit,
    ): Job {
        val once = { errand(action, block).let {} }
        last = once
        forget()
        return command {
            try {
                guard.through(block)
            } catch (low: CardException.LevelTooLow) {
                action ?: throw low
                waiting = action to once
                surer(action)
            } catch (refusal: CardException) {
                if (refusal is CardException.Locked || refusal is CardException.SignInExpired) refuse(refusal)
                throw refusal
            }
        }
    }

    /** Opens the page that says what a surer sign-in is for. */
    protected fun surer(action: Action) {
        push(Opened.STEP_UP)
        shellState.update { it.copy(action = action) }
    }

    /** Does the last errand once more; false when there is none. */
    protected fun repeat(): Boolean = last?.invoke() != null

    /** The person came back with a surer sign-in: does what waited for it; false when nothing did. */
    protected fun resume(cleared: Action): Boolean {
        val (action, errand) = waiting ?: return false
        waiting = null
        if (action != cleared) return false
        if (shellState.value.opened == Opened.STEP_UP) pop()
        errand()
        return true
    }

    private fun show(
        shell: ShellState,
        to: Step,
    ): ShellState {
        val profile = to.library?.let { number -> shell.profile?.takeIf { it.library.number == number } ?: profileOf(number) }
        return shell.copy(opened = to.opened, library = to.library, profile = profile, receipt = to.receipt, child = to.child)
    }

    /** The relation knows the directory's words as well; a library without one is looked up. */
    private fun profileOf(number: String) =
        core
            .state()
            .relations
            .find { it.profile.library.number == number }
            ?.profile ?: core.library(number, language)

    protected companion object {
        val BEFORE_SIGN_IN = setOf(Opened.CARD_FORM, Opened.FORGOT, Opened.ONE_TIME_CODE, Opened.WITHOUT_EID)

        /** Nothing that was typed there is kept when they are left. */
        private val SECRET = setOf(Opened.PIN, Opened.PASSWORD, Opened.EMAIL)

        /** They make way for what comes over them: there is nothing on them to come back to. */
        private val PASSING = setOf(Opened.DEVICES, Opened.WITHDRAW, Opened.END_TRIP, Opened.STEP_UP, Opened.SIGN_OUT)

        /** Dialogs and the reader show no failures of their own. */
        private val PAGES = Opened.entries - setOf(Opened.NOTHING, Opened.READER, Opened.READER_TURNED, Opened.SIGN_OUT)
    }
}

/** The page that lies open, to come back to. */
private val ShellState.here get() = Step(opened, library, receipt, child)

/** Media types of what is shared. */
internal const val JSON = "application/json"
internal const val TEXT = "text/plain"
