package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.Position
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.shell.Ask
import no.bibliotekkortet.ui.shell.Controller
import no.bibliotekkortet.ui.shell.Recognition
import no.bibliotekkortet.ui.shell.Sharing
import no.bibliotekkortet.ui.shell.Surroundings
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.CopyOnWriteArrayList

/** Libraries, rules, receipts and leaving: what the shell does with what the core answers, and what lies under what. */
class LibraryFlowsTest {
    private val core = StillCore()
    private val shared = CopyOnWriteArrayList<String>()
    private val linked = CopyOnWriteArrayList<String>()

    @Test
    fun `each letter is looked for, and the words are still there on the way back`() =
        app { app ->
            app.chooseTab(Tab.LIBRARIES)
            app.open(Opened.FIND)
            app.await {
                it.shell.found
                    ?.libraries
                    ?.size == 3
            }
            for (typed in listOf("T", "Tr", "Tro")) app.find(typed)
            val found =
                app.await {
                    it.shell.query == "Tro" && it.shell.found
                        ?.libraries
                        ?.size == 2
                }
            assertEquals(Opened.FIND, found.shell.opened)
            app.openLibrary("2190200")
            app.await {
                it.shell.opened == Opened.LIBRARY && it.shell.profile
                    ?.library
                    ?.number == "2190200"
            }
            app.back()
            assertEquals("Tro", app.await { it.shell.opened == Opened.FIND }.shell.query)
            app.back()
            app.await { it.shell.opened == Opened.NOTHING && it.shell.tab == Tab.LIBRARIES }
        }

    @Test
    fun `three are chosen, read and signed in one trip, with one surer sign-in`() =
        app { app ->
            app.open(Opened.FIND)
            listOf("2190200", "2160100", "2030000", "2190200", "2190200").forEach(app::choose)
            val chosen = app.await { it.shell.chosen.size == 3 }.shell.chosen
            assertEquals(listOf("2160100", "2030000", "2190200"), chosen)
            app.beginTrip(chosen, Agreement.RULES)
            app.await {
                it.shell.opened == Opened.TRIP && it.state.trip
                    ?.stops
                    ?.size == 3
            }
            app.haveRead()
            app.await {
                it.state.trip
                    ?.stops
                    ?.first()
                    ?.read == true
            }
            core.refusals += CardException.LevelTooLow()
            app.sign()
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.SIGN_RULES }
            app.stepUp()
            app.await { it.state.phase is Phase.SigningIn }
            core.change { it.copy(phase = Phase.Card, clearedFor = Action.SIGN_RULES) }
            app.await { it.shell.opened == Opened.TRIP && it.state.trip?.at == 1u }
            repeat(2) { done ->
                app.haveRead()
                app.sign()
                app.await { it.state.trip?.at == done.toUInt() + 2u }
            }
            assertEquals(4, core.asked.count { it == "sign" }, "${core.asked}")
            app.endTrip()
            app.await {
                it.shell.opened == Opened.NOTHING && it.shell.tab == Tab.LIBRARIES && it.state.trip == null &&
                    it.shell.chosen.isEmpty()
            }
        }

    @Test
    fun `a surer sign-in that is left leads back to the text, which is still there`() =
        app { app ->
            app.beginTrip(listOf("2190200"), Agreement.RULES)
            app.await { it.state.trip != null }
            core.refusals += CardException.LevelTooLow()
            app.sign()
            app.await { it.shell.opened == Opened.STEP_UP }
            app.back()
            app.await { it.shell.opened == Opened.TRIP && it.state.trip != null }
        }

    @Test
    fun `closing a trip asks only when something was done`() =
        app { app ->
            app.openLibrary("2190200")
            app.beginTrip(listOf("2190200"), Agreement.RULES)
            app.await { it.state.trip != null }
            app.closeTrip()
            app.await { it.shell.opened == Opened.LIBRARY && it.state.trip == null }
            app.beginTrip(listOf("2190200"), Agreement.RULES)
            app.await { it.state.trip != null }
            app.haveRead()
            eventually { core.asked.last() == "haveRead" }
            app.closeTrip()
            app.await { it.shell.opened == Opened.END_TRIP }
            app.back()
            app.await { it.shell.opened == Opened.TRIP }
            app.closeTrip()
            app.endTrip()
            app.await { it.shell.opened == Opened.LIBRARY && it.state.trip == null }
        }

    @Test
    fun `a new home library waits for a surer sign-in, and is chosen after it`() =
        app { app ->
            app.openLibrary("2190200")
            core.refusals += CardException.LevelTooLow()
            app.chooseHome("2190200")
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.CHOOSE_LIBRARIES }
            core.change { it.copy(clearedFor = Action.CHOOSE_LIBRARIES) }
            app.await { it.shell.opened == Opened.LIBRARY && it.shell.library == "2190200" }
            eventually { core.asked.count { it == "chooseHome 2190200" } == 2 && "goOn" in core.asked }
            app.open(Opened.WITHDRAW)
            app.withdraw("2190200")
            app.await { it.shell.opened == Opened.LIBRARY }
            eventually { "withdraw 2190200" in core.asked }
        }

    @Test
    fun `the desk is asked while its code is on the screen, and not after`() =
        app { app ->
            app.showDeskCode("2190200")
            eventually { "watchDesk true" in core.asked }
            app.back()
            eventually { "watchDesk false" in core.asked }
        }

    @Test
    fun `a card is kept by one press, and what failed is asked for once more`() =
        app { app ->
            core.change { it.copy(notices = listOf(NoticeView.Unused(Instant.EPOCH, Instant.EPOCH))) }
            core.refusals += CardException.Offline()
            app.keepCard()
            eventually { core.asked.count { it == "keepCard" } == 1 }
            app.again()
            app.await { it.state.notices.isEmpty() }
            assertEquals(2, core.asked.count { it == "keepCard" })
        }

    @Test
    fun `leaving says what stays, waits for a surer sign-in, and ends with the farewell`() =
        app { app ->
            app.chooseTab(Tab.ME)
            app.await { it.state.relationsAt != null }
            app.open(Opened.MY_DATA)
            core.refusals += CardException.LevelTooLow()
            app.seeLeaving()
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.LEAVE }
            app.back()
            app.await { it.shell.opened == Opened.MY_DATA }
            core.refusals += CardException.LevelTooLow()
            app.seeLeaving()
            app.await { it.shell.opened == Opened.STEP_UP }
            core.change { it.copy(clearedFor = Action.LEAVE) }
            app.await { it.shell.opened == Opened.LEAVE && it.state.leaving != null }
            app.leaveForGood()
            app.await { it.shell.opened == Opened.END_CARD && it.state.leaving?.endedAt != null }
            app.signOut(browserToo = false)
            app.await { it.state.phase is Phase.SignedOut && it.shell.opened == Opened.NOTHING && it.shell.tab == Tab.CARD }
        }

    @Test
    fun `files are given away as they came, and their place is told until the page is left`() =
        app { app ->
            app.openReceipt("r1")
            app.shareReceipt("r1")
            assertEquals("here", app.await { it.shell.saved != null }.shell.saved)
            app.back()
            app.await { it.shell.saved == null && it.shell.opened == Opened.NOTHING }
            app.open(Opened.MY_DATA)
            app.exportData()
            app.await { it.shell.export != null }
            app.shareExport(null)
            app.shareExport("lest")
            eventually { shared.size == 3 }
            core.change { it.copy(trip = stillTrip(listOf("2190200"), Agreement.RULES).copy(rules = STILL_RULES)) }
            app.keepRules()
            eventually { shared.size == 4 }
            assertEquals(
                setOf("kvittering-r1.json {}", "mine-data.json {}", "mine-data.txt lest", "regler-2190200-versjon-1-nb.txt Lånetid"),
                shared.toSet(),
            )
            app.openLink("mailto:a@b.example")
            eventually { linked.toList() == listOf("mailto:a@b.example") }
        }

    @Test
    fun `places ask once for what they don't know, and forget their pages`() =
        app { app ->
            app.open(Opened.FIND)
            app.chooseTab(Tab.LIBRARIES)
            app.await { it.shell.opened == Opened.NOTHING && it.state.relationsAt != null }
            app.chooseTab(Tab.ME)
            app.chooseTab(Tab.LIBRARIES)
            app.await { it.shell.tab == Tab.LIBRARIES }
            assertEquals(1, core.asked.count { it == "seeLibraries" })
        }

    @Test
    fun `the nearest come first where the device knows its place, and it is said when it doesn't`() {
        var place: Position? = null
        val surroundings = Surroundings({ Recognition.RECOGNISED }, locator = { place })
        object : Controller(core, core.states, ShellState("nb", Instant.now(), ZoneOffset.UTC), surroundings) {
            override fun attempt(ask: Ask) = Unit

            override fun signOut(browserToo: Boolean) = Unit
        }.run {
            locate()
            eventually { screen.value.shell.lost && !screen.value.shell.locating }
            place = Position(59_908_000, 10_753_000)
            locate()
            eventually { "find  near" in core.asked }
            close()
        }
    }

    private fun app(scene: (AppController) -> Unit) {
        core.put(Phase.Card)
        val sharing =
            Sharing { name, bytes, _ ->
                shared += "$name ${bytes.decodeToString()}"
                "here"
            }
        AppController(core, core.states, { true }, 0, "nb", dark = null, links = { linked.add(it) }, sharing = sharing).use { app ->
            app.start()
            scene(app)
        }
    }
}
