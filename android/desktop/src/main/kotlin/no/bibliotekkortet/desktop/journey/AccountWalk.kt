package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags

/**
 * The way out: a card that would end is kept with one tap, then its owner leaves and is told what remains. The taps are counted.
 *
 * @param surer goes through a surer sign-in, from its page and back.
 */
class AccountWalk(
    private val stage: Stage,
    private val surer: Stage.() -> Unit,
) {
    /** All of it, from the card. */
    fun walk() =
        with(stage) {
            await("what the service told") { it.relationsAt != null }
            keep()
            leave()
        }

    private fun Stage.keep() {
        awaitTag(Tags.KEEP_CARD)
        picture("unused")
        taps = 0
        click(Tags.KEEP_CARD)
        await("the card to be kept") { state -> state.notices.none { it is NoticeView.Unused } && !state.asking }
        picture("kept")
        counted("keep the card", KEEP)
    }

    private fun Stage.leave() {
        taps = 0
        click(Tags.TAB_ME)
        click(Tags.MY_DATA)
        picture("my-data")
        click(Tags.LEAVE_OPEN)
        val before = taps
        awaitScreen("what leaving leaves behind") { it.state.leaving != null || it.shell.opened == Opened.STEP_UP }
        if (awaitOne(Tags.LEAVE_HOLD, Tags.STEP_UP) == Tags.STEP_UP) surer()
        taps = before
        awaitTag(Tags.LEAVE_HOLD)
        picture("leave")
        hold(Tags.LEAVE_HOLD)
        val end = await("the end of the card") { it.leaving?.endedAt != null }
        counted("leave", LEAVE)
        if (end.card?.face != CardFace.ENDED || end.card?.barcode != null) throw StepMissing("The card still shows a code.")
        awaitTag(Tags.END_CARD)
        picture("farewell")
    }

    private companion object {
        const val KEEP = 1
        const val LEAVE = 4
    }
}
