package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.CardOf
import no.bibliotekkortet.ui.HouseholdActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Step
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.homeNumber
import no.bibliotekkortet.ui.toBeSigned

/** Children: their cards beside one's own, cards for them, and acting for one of them. */
abstract class HouseholdPart(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : RegisterPart(core, coreStates, first, surroundings),
    HouseholdActions {
    private val children
        get() =
            core
                .state()
                .household
                ?.children
                .orEmpty()

    /** The library that was chosen for them, or one's own. */
    private val library get() = shellState.value.library ?: core.state().homeNumber

    override fun showCard(child: String?) {
        if (shellState.value.card == CardOf(child)) return
        shellState.update { it.copy(card = CardOf(child)) }
        command { core.showCardOf(child) }
    }

    override fun openCard(child: String?) {
        showCard(child)
        leave()
        shellState.update { it.copy(tab = Tab.CARD) }
    }

    override fun openChild(id: String) = go(Step(Opened.CHILD, child = id))

    override fun actFor(child: String?) {
        ask(Action.ACT_FOR_CHILD) { core.actFor(child) }
    }

    override fun addChildren(child: String?) {
        val without = children.filter { !it.hasCard }.map { it.id }
        go(Step(Opened.ADD_CHILDREN))
        val picked = child?.let(::listOf) ?: without.takeIf { it.size == 1 }.orEmpty()
        shellState.update { it.copy(picked = picked, queue = null, done = false) }
    }

    override fun pickChild(id: String) = shellState.update { it.copy(picked = if (id in it.picked) it.picked - id else it.picked + id) }

    override fun registerChildren() {
        val (picked, at) = shellState.value.picked to library
        if (picked.isEmpty()) return
        if (at == null) return chooseLibrary()
        send(Action.ACT_FOR_CHILD, {
            shellState.update { it.copy(done = true, queue = null) }
        }) { core.registerChildren(picked, at) }
    }

    override fun signForChild(id: String) {
        val at = library ?: return
        ask(Action.ACT_FOR_CHILD) {
            shellState.update { it.copy(queue = toBeSigned(core.state(), it)) }
            signed()
            core.actFor(id)
            go(Step(Opened.TRIP, library = at))
            core.beginTrip(listOf(at), Agreement.RULES, language)
        }
    }

    /** From the rules of a child who got a card one comes back to the others, until none is left. */
    override fun endTrip() {
        val among = shellState.value.under.any { it.opened == Opened.ADD_CHILDREN }
        val over = core.state().trip?.isOver == true
        if (!among || !over) return super.endTrip()
        signed()
        pop()
        shellState.update { it.copy(done = true) }
        command { core.endTrip() }
        if (shellState.value.queue.isNullOrEmpty()) childrenDone()
    }

    /** The child whose rules were signed just now isn't waited for any more. */
    private fun signed() {
        val state = core.state()
        val trip = state.trip ?: return
        if (trip.isOver &&
            trip.stops.any { it.receipt != null }
        ) {
            shellState.update { it.copy(queue = it.queue.orEmpty() - state.actingFor.orEmpty()) }
        }
    }

    /** Whoever acted for one of them is themselves again. */
    override fun childrenDone() {
        val acting = core.state().actingFor
        val picked = shellState.value.picked
        leave()
        shellState.update { it.copy(tab = Tab.ME, picked = emptyList(), queue = null) }
        push(Opened.CHILDREN)
        if (acting != null && acting in picked) actFor(null)
    }

    override fun makeChildCode() {
        val at = library ?: return chooseLibrary()
        send(Action.ACT_FOR_CHILD) { core.makeChildCode(at) }
    }

    override fun seeLedger(child: String?) {
        go(Step(Opened.LEDGER, child = child))
        ask(if (child == null) Action.CHANGE_CONTACT else Action.ACT_FOR_CHILD) { core.seeLedger(child) }
    }

    /** Opens the choice of a library for children. */
    protected fun chooseLibrary() {
        push(Opened.CHILD_LIBRARY)
        find(shellState.value.query)
    }

    /** The card that came first when the app began stays first, however people go through them. */
    protected fun followCards(state: AppState) {
        if (state.phase !is Phase.Card || state.household == null) return
        shellState.update { it.copy(first = it.first ?: CardOf(state.shown), card = it.card ?: CardOf(state.shown)) }
    }
}
