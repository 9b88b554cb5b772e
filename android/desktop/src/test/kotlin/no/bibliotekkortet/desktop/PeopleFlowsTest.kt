package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.ConflictView
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.ui.CardOf
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tab
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test

/** Children, contact, secrets, and whose card is shown: what the shell does with what the core answers. */
class PeopleFlowsTest {
    private val core = StillCore()

    @Test
    fun `children are ticked, get cards in one go, and their rules are signed one after the other`() =
        app { app ->
            app.open(Opened.CHILDREN)
            app.addChildren(null)
            listOf("c9", "c10", "c9", "c9").forEach(app::pickChild)
            app.await { it.shell.picked == listOf("c10", "c9") }
            core.refusals += CardException.LevelTooLow()
            app.registerChildren()
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.ACT_FOR_CHILD }
            core.change { it.copy(clearedFor = Action.ACT_FOR_CHILD) }
            val done = app.await { it.shell.opened == Opened.ADD_CHILDREN && it.shell.done && !it.shell.sending }
            assertEquals(listOf("c10", "c9"), done.shell.picked)
            assertEquals(2, core.asked.count { it == "registerChildren [c10, c9] 2190200" }, "${core.asked}")
            app.signForChild("c10")
            app.await { it.shell.opened == Opened.TRIP && it.state.actingFor == "c10" && it.state.trip != null }
            app.sign()
            app.await { it.state.trip?.at == 1u }
            app.signForChild("c9")
            app.await { it.shell.queue == listOf("c9") && it.state.actingFor == "c9" && it.state.trip?.at == 0u }
            app.sign()
            app.await { it.state.trip?.at == 1u }
            app.endTrip()
            app.await { it.shell.opened == Opened.CHILDREN && it.shell.tab == Tab.ME && it.state.actingFor == null }
        }

    @Test
    fun `a trip that is left before its end leads back to what became of them`() =
        app { app ->
            app.addChildren("c9")
            app.registerChildren()
            app.await { it.shell.done }
            app.signForChild("c9")
            app.await { it.state.trip != null }
            app.closeTrip()
            val back = app.await { it.shell.opened == Opened.ADD_CHILDREN && it.state.trip == null }
            assertEquals(listOf("c9"), back.shell.queue)
            app.childrenDone()
            app.await { it.shell.opened == Opened.CHILDREN && it.state.actingFor == null }
        }

    @Test
    fun `another library is taken by one tap, and who can't be registered is told so at once`() =
        app { app ->
            app.addChildren("c9")
            app.open(Opened.CHILD_LIBRARY)
            app.await { it.shell.found != null }
            app.pickLibrary("2030000")
            app.await { it.shell.opened == Opened.ADD_CHILDREN && it.shell.library == "2030000" && it.shell.picked == listOf("c9") }
            core.refusals += CardException.LibraryClosed()
            app.registerChildren()
            app.await { it.shell.refusal is CardException.LibraryClosed && !it.shell.sending && !it.shell.done }
            app.again()
            app.await { it.shell.done }
            assertEquals(2, core.asked.count { it == "registerChildren [c9] 2030000" }, "${core.asked}")
        }

    @Test
    fun `an address is sent, its code proves it, and one is back at the contact`() =
        app { app ->
            app.seeContact()
            app.await { it.state.contact != null }
            app.editEmail()
            app.typed.email = "ny@example.com"
            app.sendEmail()
            app.await { it.state.contact?.newEmail != null && it.shell.step == null }
            app.back()
            app.enterCode()
            app.await { it.shell.opened == Opened.EMAIL }
            app.typed.code = "271828"
            core.refusals += CardException.CodeExpired()
            app.sendCode()
            app.await { it.shell.refused is CardException.CodeExpired }
            app.codeAgain()
            app.await { it.shell.done && !it.shell.sending }
            app.typed.code = "271828"
            app.sendCode()
            val changed = app.await { it.shell.opened == Opened.CONTACT && it.state.contact?.email == "ny@example.com" && it.shell.done }
            assertNull(changed.state.contact?.newEmail)
        }

    @Test
    fun `a conflict keeps both until one is chosen, and without network nothing is lost`() =
        app { app ->
            app.seeContact()
            app.await { it.state.contact != null }
            app.open(Opened.CONTACT_FORM)
            app.typed.phone = "+47 00 00 00 02"
            core.refusals += CardException.Offline()
            app.saveContact()
            app.await { it.shell.refusal is CardException.Offline }
            app.back()
            app.open(Opened.CONTACT_FORM)
            assertEquals("+47 00 00 00 02", app.typed.phone)
            core.refusals += CardException.ChangedElsewhere()
            app.saveContact()
            app.await { it.shell.refused is CardException.ChangedElsewhere }
            val other = ContactDetails("+4700000001", Channel.SMS, "nb", emptyList(), null)
            core.change { it.copy(conflict = ConflictView(other.copy(phone = "+4700000002"), other)) }
            core.refusals += CardException.ChangedElsewhere()
            app.saveContact()
            assertNull(app.await { !it.shell.sending && core.refusals.isEmpty() }.shell.refused)
            app.resolveConflict(mine = true)
            app.await { it.state.conflict == null && it.shell.opened == Opened.CONTACT && it.shell.done }
            assertNull(app.typed.phone)
        }

    @Test
    fun `a temporary address is typed with its last day, and taken away`() =
        app { app ->
            app.seeContact()
            app.await { it.state.contact != null }
            app.open(Opened.ADDRESS_FORM)
            app.typed.lines = listOf("Ingensteds 1 ", "")
            app.typed.until = "30.6.2027"
            app.saveContact()
            val details =
                app
                    .await { it.shell.opened == Opened.CONTACT && it.shell.done }
                    .state.contact
                    ?.details
            assertEquals(listOf("Ingensteds 1") to "2027-06-30", details?.addressLines to details?.addressUntil)
            app.open(Opened.ADDRESS_FORM)
            app.removeAddress()
            app.await {
                it.state.contact
                    ?.details
                    ?.addressUntil == null
            }
        }

    @Test
    fun `a secret waits for a surer sign-in in its field, and is gone once it was taken or left`() =
        app { app ->
            app.open(Opened.PIN)
            app.typed.pin = "4826"
            core.refusals += CardException.LevelTooLow()
            app.saveSecret()
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.CHANGE_SECRET }
            core.change { it.copy(clearedFor = Action.CHANGE_SECRET) }
            app.await { it.shell.opened == Opened.PIN && it.shell.done }
            assertEquals("", app.typed.pin)
            assertEquals(2, core.asked.count { it == "chooseSecrets true false" })
            app.back()
            app.open(Opened.PASSWORD)
            app.typed.password = "elleve-svarte-katter"
            app.back()
            assertEquals("", app.typed.password)
        }

    @Test
    fun `what wasn't seen for want of a surer sign-in isn't left open`() =
        app { app ->
            core.refusals += CardException.LevelTooLow()
            app.seeContact()
            app.await { it.shell.opened == Opened.STEP_UP }
            app.back()
            app.await { it.shell.opened == Opened.NOTHING }
            core.refusals += CardException.NotAllowed()
            app.seeLedger("c1")
            app.await { it.shell.opened == Opened.LEDGER && it.shell.child == "c1" && it.shell.refusal is CardException.NotAllowed }
        }

    @Test
    fun `the card that comes to rest is remembered, once, and a chosen one is shown`() =
        app { app ->
            app.await { it.shell.first == CardOf(null) }
            app.showCard("c1")
            app.showCard("c1")
            app.await { it.state.shown == "c1" && it.shell.card == CardOf("c1") }
            app.open(Opened.CARDS)
            app.await { it.shell.opened == Opened.CARDS }
            app.openCard(null)
            val shown = app.await { it.shell.opened == Opened.NOTHING && it.shell.card == CardOf(null) }
            assertEquals(Tab.CARD to CardOf(null), shown.shell.tab to shown.shell.first)
            eventually { core.asked.count { it.startsWith("showCardOf") } == 2 }
        }

    @Test
    fun `acting begins with a surer sign-in and ends by one press`() =
        app { app ->
            app.openChild("c1")
            core.refusals += CardException.LevelTooLow()
            app.actFor("c1")
            app.await { it.shell.opened == Opened.STEP_UP }
            core.change { it.copy(clearedFor = Action.ACT_FOR_CHILD) }
            app.await { it.state.actingFor == "c1" && it.shell.opened == Opened.CHILD && it.shell.child == "c1" }
            app.actFor(null)
            app.await { it.state.actingFor == null }
            assertFalse(app.screen.value.shell.sending)
        }

    private val AppController.typed get() = screen.value.shell.typed

    private fun app(scene: (AppController) -> Unit) {
        core.change { it.copy(phase = Phase.Card, card = STILL_CARD, household = STILL_HOUSEHOLD) }
        AppController(core, core.states, { true }, 0, "nb", dark = null).use { app ->
            app.start()
            app.await { it.shell.first != null }
            scene(app)
        }
    }
}
