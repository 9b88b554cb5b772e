package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.pageOf

/** Getting a card: one page after the other, as the service's draft says what is left. */
abstract class RegisterPart(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : PersonPart(core, coreStates, first, surroundings) {
    private var registered = false
    private var away = false
    private var firstTrip = false

    /** Begins an attempt to sign in. */
    protected abstract fun begin(ask: Ask)

    override fun beginRegistration() {
        if (shellState.value.opened in BEFORE_SIGN_IN) leave()
        begin { core.beginRegistration(it, language) }
    }

    override fun confirmRegistry() = advance()

    override fun advance() {
        val draft = core.state().registration ?: return
        val next = draft.steps.firstOrNull()?.let(::pageOf) ?: RegisterStep.FINISH
        show(next)
        if (next == RegisterStep.FINISH) finishRegistration()
    }

    override fun registerBack() {
        val draft = core.state().registration ?: return
        val here = shellState.value.step ?: RegisterStep.REGISTRY
        val before = RegisterStep.entries.take(here.ordinal).filter { it != RegisterStep.EMAIL_CODE || !draft.emailVerified }
        dropTrouble()
        before.lastOrNull()?.let(::show) ?: push(Opened.SIGN_OUT)
    }

    private fun show(step: RegisterStep) {
        shellState.update { it.copy(step = step, refused = null, done = false) }
        if (step == RegisterStep.HOME_LIBRARY) find(shellState.value.query)
    }

    override fun finishRegistration() {
        val draft = core.state().registration ?: return
        if (draft.steps.isNotEmpty()) return advance()
        send(Action.REGISTER) { core.finishRegistration(language) }
    }

    override fun pickLibrary(number: String) {
        if (registering) {
            shellState.update { it.copy(library = number) }
            return send(Action.REGISTER, {
                shellState.update { it.copy(library = null, query = "") }
                advance()
            }) { core.chooseHome(number) }
        }
        pop()
        shellState.update { it.copy(library = number, profile = core.library(number, language), query = "") }
    }

    /** The card came: the home library's rules open by themselves. And whoever signed in anew for a step goes on with it. */
    protected fun followRegistration(state: AppState) {
        val card = state.phase is Phase.Card
        if (state.registration != null && card && away && state.trouble == null) resume(Action.REGISTER)
        away = state.phase is Phase.SigningIn
        val got = registered && state.registration == null && card && state.card != null
        if (got) arrived(state)
        registered = state.registration != null || registered && !got && state.phase !is Phase.SignedOut
    }

    private fun arrived(state: AppState) {
        shellState.value.typed.clear()
        shellState.update { it.copy(step = null, sending = false, registered = state.trip != null, query = "") }
        firstTrip = state.trip != null
        if (firstTrip) push(Opened.TRIP)
    }

    /** The first rules were those of the home library: after them comes the card. */
    override fun endTrip() {
        super.endTrip()
        if (firstTrip) shellState.update { it.copy(tab = Tab.CARD) }
        firstTrip = false
    }
}
