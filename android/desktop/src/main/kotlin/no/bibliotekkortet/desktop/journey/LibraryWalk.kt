package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.shell.Screen
import no.bibliotekkortet.ui.text.deskCode

/**
 * From the card through everything about libraries: find three, read, sign, show a desk its code, look at the receipts, change the
 * home library. The taps are counted, and too many of them end the journey.
 *
 * @param surer goes through a surer sign-in, from its page and back.
 */
class LibraryWalk(
    private val stage: Stage,
    private val pictures: Pictures,
    private val cardService: String,
    private val surer: Stage.() -> Unit,
) {
    /** All of it, in the order in which people do it. */
    fun walk() =
        with(stage) {
            click(Tags.TAB_LIBRARIES)
            await("what the person is to each library") { it.relationsAt != null && !it.asking }
            picture("libraries")
            join()
            desk()
            receipts()
            home()
            click(Tags.TAB_ME)
            awaitTag(Tags.ME)
            picture("me")
            click(Tags.TAB_CARD)
        }

    private fun Stage.join() {
        taps = 0
        click(Tags.FIND_OPEN)
        type(Tags.SEARCH_FIELD, "Tro")
        click(Tags.choose(TROMSO))
        click(Tags.choose(TRONDHEIM))
        type(Tags.SEARCH_FIELD, "Lørenskog")
        click(Tags.choose(LORENSKOG))
        picture("find")
        click(Tags.READ_CHOSEN)
        repeat(JOINED) { stop(it) }
        awaitTag(Tags.TRIP_SUMMARY)
        picture("summary")
        counted("join three libraries", JOINED * A_LIBRARY)
    }

    /** Scrolling to the end is having read it. Who came in by less than a signature takes signs in once more, at the first. */
    private fun Stage.stop(at: Int) {
        await("the rules of library ${at + 1}") { it.trip?.run { this.at == at.toUInt() && rules != null } == true }
        awaitTag(Tags.SIGN)
        picture("rules-${at + 1}")
        scrollTo(Tags.SIGN)
        await("that the rules were read") {
            it.trip
                ?.stops
                ?.get(at)
                ?.read == true
        }
        click(Tags.SIGN)
        val next = awaitScreen("the signature at library ${at + 1}") { it.isBehind(at) || it.shell.opened == Opened.STEP_UP }
        if (next.shell.opened != Opened.STEP_UP) return
        val before = taps
        surer()
        taps = before
        awaitScreen("the signature after the surer sign-in") { it.isBehind(at) }
    }

    private fun Screen.isBehind(stop: Int) = state.trip?.run { at > stop.toUInt() } == true

    /** Somebody at the library's desk types the code; the app sees it by itself. */
    private fun Stage.desk() {
        click(Tags.showDeskCode(LORENSKOG))
        awaitTag(Tags.DESK_CODE_WAITING)
        picture("desk-code")
        val code =
            await("the desk's code") { it.at(LORENSKOG)?.deskCode != null }
                .at(LORENSKOG)
                ?.deskCode
                ?.deskCode
                .orEmpty()
        WebDriver.start().use { chromium ->
            chromium.go("$cardService/desk")
            chromium.type(chromium.find("input#code"), code)
            chromium.click(chromium.find("button#confirm"))
            chromium.find("#outcome")
            pictures.keep("browser-desk", chromium.screenshot())
        }
        await("the library's word") { it.at(LORENSKOG)?.standing == Standing.ACTIVE }
        awaitTag(Tags.DESK_CODE_DONE)
        picture("desk-done")
        click(Tags.TRIP_DONE)
        awaitTag(Tags.TRIP_SUMMARY)
        click(Tags.TRIP_DONE)
    }

    private fun Stage.receipts() {
        click(Tags.TAB_ME)
        click(Tags.ME_RECEIPTS)
        val receipts = await("three receipts") { it.receipts.size >= JOINED }.receipts
        picture("receipts")
        click(Tags.receiptRow(receipts.first().id))
        awaitTag(Tags.RECEIPT_PROOF)
        picture("receipt")
        click(Tags.BACK)
        click(Tags.BACK)
    }

    private fun Stage.home() {
        taps = 0
        click(Tags.TAB_LIBRARIES)
        click(Tags.libraryRow(TROMSO))
        click(Tags.MAKE_HOME)
        val next = awaitScreen("the new home library") { it.state.at(TROMSO)?.home == true || it.shell.opened == Opened.STEP_UP }
        if (next.shell.opened == Opened.STEP_UP) {
            val before = taps
            surer()
            taps = before
            await("the new home library") { it.at(TROMSO)?.home == true }
        }
        picture("home-library")
        counted("change the home library", HOME)
        click(Tags.BACK)
    }

    private fun AppState.at(number: String) = relations.find { it.profile.library.number == number }

    private companion object {
        const val TROMSO = "2190200"
        const val TRONDHEIM = "2160100"
        const val LORENSKOG = "2023000"
        const val JOINED = 3
        const val A_LIBRARY = 4
        const val HOME = 3
    }
}
