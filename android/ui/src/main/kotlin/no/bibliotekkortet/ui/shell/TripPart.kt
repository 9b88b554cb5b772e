package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.TripView
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Step
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.TripActions

/** Reading and signing. */
abstract class TripPart(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : LibrariesPart(core, coreStates, first, surroundings),
    TripActions {
    override fun beginTrip(
        libraries: List<String>,
        agreement: Agreement,
    ) {
        go(Step(Opened.TRIP))
        errand { core.beginTrip(libraries, agreement, language) }
    }

    override fun readIn(language: String) = fetch(language)

    override fun readAgain() =
        fetch(
            core
                .state()
                .trip
                ?.rules
                ?.language ?: language,
        )

    override fun setTextStep(step: Int) = shellState.update { it.copy(textStep = step.coerceIn(0, LARGEST)) }

    override fun signFor(party: Int) {
        command { core.signFor(party.toUInt()) }
    }

    override fun haveRead() {
        command { core.haveRead() }
    }

    /** Deliberate, and once: a second press while it is under way does nothing. */
    override fun sign() {
        if (core.state().trip?.signing == true) return
        errand(Action.SIGN_RULES) { core.sign() }
    }

    override fun skipStop() {
        errand { core.skipStop() }
    }

    override fun keepRules() {
        val trip = core.state().trip ?: return
        val rules = trip.rules ?: return
        val number = trip.stops[trip.at.toInt()].library.number
        val name = words.tripFile(language = rules.language, number = number, version = "${rules.version}")
        scope.launch { share("$name.txt", rules.published.encodeToByteArray(), TEXT) }
    }

    override fun closeTrip() {
        val trip = core.state().trip
        if (trip != null && !trip.isOver && trip.stops.any { it.read || it.receipt != null }) push(Opened.END_TRIP) else endTrip()
    }

    override fun endTrip() {
        val over = core.state().trip?.isOver == true
        if (shellState.value.opened == Opened.END_TRIP) pop()
        if (over) {
            leave()
            // A new card is what somebody who registered came for.
            shellState.update { it.copy(tab = if (it.registered) Tab.CARD else Tab.LIBRARIES) }
        } else {
            pop()
        }
        shellState.update { it.copy(chosen = emptyList(), query = if (over) "" else it.query) }
        command { core.endTrip() }
    }

    private fun fetch(language: String) {
        val trip = core.state().trip ?: return
        errand { core.goToStop(trip.at, language) }
    }

    private companion object {
        const val LARGEST = 2
    }
}

/** All stops are behind. */
val TripView.isOver: Boolean get() = at.toInt() >= stops.size
