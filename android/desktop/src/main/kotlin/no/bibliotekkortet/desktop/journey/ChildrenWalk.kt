package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.ui.Tags

/**
 * A guardian gets cards for all children who have none, in one go, signs for each, and shows a child's card. Taps are counted, too
 * many of them end the journey.
 *
 * @param surer goes through a surer sign-in, from its page and back.
 */
class ChildrenWalk(
    private val stage: Stage,
    private val surer: Stage.() -> Unit,
) {
    /** All of it, from the card. */
    fun walk() =
        with(stage) {
            val without = await("the household") { it.household != null }.children().filterNot(ChildView::hasCard)
            register(without)
            sign(without.size)
            act(without.first())
            cards()
        }

    private fun Stage.register(children: List<ChildView>) {
        begin()
        click(Tags.TAB_ME)
        click(Tags.ME_CHILDREN)
        awaitTag(Tags.CHILDREN)
        picture("children")
        click(Tags.ADD_CHILDREN)
        for (child in children) click(Tags.pickChild(child.id))
        picture("add-children")
        click(Tags.REGISTER_CHILDREN)
        surelyAt(Tags.CHILDREN_DONE, surer)
        await("what became of each") { state -> children.all { one -> state.child(one.id)?.outcome != null } }
        picture("children-outcomes")
        counted("register three children", REGISTERED)
    }

    /** The first costs what one costs; each beyond it is a tick before, and now the next and the signature. */
    private fun Stage.sign(children: Int) {
        click(Tags.SIGN_FOR_CHILD)
        repeat(children) { at ->
            await("the rules for child ${at + 1}") { it.trip?.rules != null && it.actingFor != null }
            awaitTag(Tags.SIGN)
            if (at == 0) picture("child-rules")
            scrollTo(Tags.SIGN)
            await("that the rules were read") {
                it.trip
                    ?.stops
                    ?.first()
                    ?.read == true
            }
            click(Tags.SIGN)
            surelyAt(Tags.TRIP_SUMMARY, surer)
            if (at == 0) picture("child-summary")
            if (at + 1 < children) click(Tags.NEXT_CHILD)
        }
        picture("children-signed")
        counted("register three children and sign for each", A_FIRST + (children - 1) * BEYOND)
        click(Tags.TRIP_DONE)
    }

    /** Acting for one of them, as it stands above everything. */
    private fun Stage.act(child: ChildView) {
        click(Tags.childRow(child.id))
        awaitTag(Tags.CHILD)
        picture("child")
        click(Tags.ACT_FOR)
        surelyAt(Tags.ACTING_BANNER, surer)
        repeat(2) { click(Tags.BACK) }
        click(Tags.TAB_LIBRARIES)
        awaitTag(Tags.ACTING_BANNER)
        picture("acting")
        click(Tags.ACT_FOR_ME)
        await("acting to end") { it.actingFor == null }
    }

    private fun Stage.cards() {
        val known = await("the card of a child") { state -> state.children().any { it.card != null && it.name.startsWith(FIRST) } }
        click(Tags.TAB_CARD)
        click(Tags.ALL_CARDS)
        picture("cards")
        click(Tags.cardOf(known.children().first { it.name.startsWith(FIRST) }.id))
        awaitTag(Tags.CARD_FACE)
        picture("child-card")
    }

    private fun AppState.children() = household?.children.orEmpty()

    private fun AppState.child(id: String) = children().find { it.id == id }

    private companion object {
        const val REGISTERED = 8
        const val A_FIRST = 8
        const val BEYOND = 3

        /** Of the child whose number is in the sandbox's own list. */
        const val FIRST = "Mari"
    }
}
