package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.dropWhile
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.Position
import no.bibliotekkortet.ui.LibraryActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Step

/** Finding libraries, and what the person is to each. */
abstract class LibrariesPart(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : Pages(core, coreStates, first.copy(canLocate = surroundings.locator != null), surroundings),
    LibraryActions {
    private var near: Position? = null
    private var finding: Job? = null
    private var locating: Job? = null

    /** While a desk code is on the screen, the core asks whether the desk has confirmed it. */
    override fun start() {
        super.start()
        scope.launch {
            shellState.map { it.opened == Opened.DESK_CODE }.distinctUntilChanged().dropWhile { !it }.collect { shown ->
                quietly { core.watchDesk(shown) }
            }
        }
    }

    override fun seeLibraries() {
        errand { core.seeLibraries() }
    }

    override fun find(query: String) {
        shellState.update { it.copy(query = query) }
        finding?.cancel()
        finding =
            scope.launch {
                val found = core.findLibraries(query, near, LIMIT, language)
                shellState.update { if (it.query == query) it.copy(found = found) else it }
            }
    }

    override fun locate() {
        val locator = surroundings.locator ?: return
        if (locating?.isActive == true) return
        shellState.update { it.copy(locating = true, lost = false) }
        locating =
            scope.launch {
                val place = locator.locate()
                shellState.update { it.copy(locating = false, lost = place == null) }
                near = place ?: return@launch
                find(shellState.value.query)
            }
    }

    /** Where somebody was is nothing for the next one on this phone. */
    protected fun forgetPlace() {
        locating?.cancel()
        finding?.cancel()
        near = null
    }

    override fun choose(number: String) =
        shellState.update { it.copy(chosen = if (number in it.chosen) it.chosen - number else it.chosen + number) }

    override fun openLibrary(number: String) = go(Step(Opened.LIBRARY, library = number))

    override fun chooseHome(number: String) {
        errand(Action.CHOOSE_LIBRARIES) { core.chooseHome(number) }
    }

    override fun withdraw(number: String) {
        if (shellState.value.opened == Opened.WITHDRAW) pop()
        errand(Action.CHOOSE_LIBRARIES) { core.withdraw(number) }
    }

    override fun showDeskCode(number: String) = go(Step(Opened.DESK_CODE, library = number))

    private companion object {
        /** More than a person reads; each letter more makes it fewer. */
        const val LIMIT = 50u
    }
}
