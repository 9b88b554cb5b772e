package no.bibliotekkortet.ui

import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.ChildOutcome
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.RelationView

/**
 * One of the cards on this phone.
 *
 * @property child whose it is; null for one's own.
 */
internal class CardPage(
    val child: ChildView?,
    val card: CardView,
) {
    val id: String? get() = child?.id
}

/** All cards, the one that came first when the app began first. */
internal fun cardPages(
    state: AppState,
    shell: ShellState,
): List<CardPage> {
    val own = listOfNotNull(state.card?.let { CardPage(null, it) })
    val all = own + state.children.mapNotNull { child -> child.card?.let { CardPage(child, it) } }
    val first = if (shell.first == null) state.shown else shell.first.child
    return all.sortedByDescending { it.id == first }
}

/** The card that is shown. */
internal fun shownPage(
    state: AppState,
    shell: ShellState,
): CardPage? {
    val pages = cardPages(state, shell)
    val shown = if (shell.card == null) state.shown else shell.card.child
    return pages.find { it.id == shown } ?: pages.firstOrNull()
}

/** The children for whom the person acts; none before the service told. */
internal val AppState.children: List<ChildView> get() = household?.children.orEmpty()

/** The child for whom the person acts now. */
internal val AppState.acting: ChildView? get() = actingFor?.let { id -> children.find { it.id == id } }

/** What the libraries' pages show while the person acts for a child: the child's. */
internal fun AppState.asActing(): AppState {
    val child = acting ?: return this
    return copy(relations = child.relations, notices = emptyList())
}

/** One's own home library. */
internal val AppState.homeNumber: String? get() = card?.homeLibrary?.number ?: relations.find { it.home }?.number

/** Ids of the chosen children who got a card and whose rules are still to be signed, in the order in which they were chosen. */
internal fun toBeSigned(
    state: AppState,
    shell: ShellState,
): List<String> {
    shell.queue?.let { return it }
    val at = shell.library ?: state.homeNumber
    val waiting = state.children.filter { it.outcome == ChildOutcome.REGISTERED && !it.hasSigned(at) }.map { it.id }
    return shell.picked.filter(waiting::contains)
}

private fun ChildView.hasSigned(library: String?) =
    relations.any { relation ->
        relation.number == library &&
            relation.agreements.any { it.agreement == Agreement.RULES && it.signed != null }
    }

private val RelationView.number get() = profile.library.number
