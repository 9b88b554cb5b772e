package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.Step
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.shell.Screen
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.util.concurrent.CopyOnWriteArrayList

/** Getting a card: each page, what is put right at the field, and what is still there on the way back. */
class RegisterFlowsTest {
    private val core = StillCore()
    private val browsed = CopyOnWriteArrayList<String>()

    @Test
    fun `from the sign-in to the rules of the home library, one page after the other`() =
        app { app ->
            app.beginRegistration()
            eventually { browsed.size == 1 }
            core.change { it.copy(phase = Phase.Card, registration = STILL_DRAFT) }
            app.await { it.state.registration != null && it.shell.step == null }
            app.confirmRegistry()
            app.at(RegisterStep.EMAIL)
            app.typed.email = "ingrid@example.com"
            app.sendEmail()
            app.at(RegisterStep.EMAIL_CODE)
            app.typed.code = "271828"
            app.sendCode()
            app.at(RegisterStep.CONTACT)
            assertEquals("", app.typed.code)
            app.typed.phone = "+47 00 00 00 01"
            app.saveContact()
            app.at(RegisterStep.SECRETS)
            app.typed.pin = "4826"
            app.saveSecret()
            app.at(RegisterStep.HOME_LIBRARY)
            app.await { it.shell.found != null }
            app.pickLibrary("2190200")
            val arrived = app.await { it.shell.opened == Opened.TRIP }
            assertTrue(arrived.shell.registered && arrived.state.card != null)
            assertEquals("" to null, app.typed.pin to app.typed.phone)
            app.sign()
            app.await { it.state.trip?.at == 1u }
            app.endTrip()
            app.await { it.shell.opened == Opened.NOTHING && it.shell.tab == Tab.CARD }
            assertFalse(core.asked.any { "4826" in it || "271828" in it }, "${core.asked}")
        }

    @Test
    fun `what is wrong stays at its field with what was typed, and nothing else happens`() =
        on(Step.EMAIL) { app ->
            for (wrong in listOf(CardException.InvalidEmail(), CardException.LookalikeEmail())) {
                app.typed.email = "ingrid@example"
                core.refusals += wrong
                app.sendEmail()
                app.await { it.shell.refused === wrong && !it.shell.sending && it.state.trouble == null }
                assertEquals("ingrid@example", app.typed.email)
            }
            app.dismissTrouble()
            app.await { it.shell.refused == null }
            app.sendEmail()
            app.at(RegisterStep.EMAIL_CODE)
            app.typed.code = "271829"
            core.refusals += CardException.WrongCode(1u)
            app.sendCode()
            app.await { it.shell.refused is CardException.WrongCode }
            assertEquals("", app.typed.code, "a code is typed anew")
            app.codeAgain()
            app.await { it.shell.done && it.shell.refused == null && it.shell.step == RegisterStep.EMAIL_CODE }
        }

    @Test
    fun `back undoes the last page, and what was typed is still there`() =
        on(Step.CONTACT) { app ->
            app.typed.phone = "0000"
            core.refusals += CardException.InvalidPhone()
            app.saveContact()
            app.await { it.shell.refused is CardException.InvalidPhone }
            app.registerBack()
            app.await { it.shell.step == RegisterStep.EMAIL && it.shell.refused == null }
            app.sendEmail()
            app.at(RegisterStep.CONTACT)
            assertEquals("0000", app.typed.phone)
            assertFalse(core.asked.any { it.startsWith("changeEmail") }, "it is proved already")
            app.saveContact()
            app.at(RegisterStep.SECRETS)
            app.typed.pin = "1234"
            core.refusals += CardException.TooSimple()
            app.saveSecret()
            app.await { it.shell.refused is CardException.TooSimple }
            app.registerBack()
            app.at(RegisterStep.CONTACT)
            app.saveContact()
            app.at(RegisterStep.SECRETS)
            assertEquals("1234", app.typed.pin)
        }

    @Test
    fun `what fails on the way is asked for once more, and the card is made by itself`() =
        on(Step.HOME_LIBRARY) { app ->
            core.refusals += CardException.Offline()
            app.pickLibrary("2190200")
            app.await { it.shell.refusal is CardException.Offline && !it.shell.sending }
            core.refusals += CardException.Service(null)
            core.cardRefusal = CardException.NoCard()
            app.again()
            app.await { it.shell.refusal is CardException.Service && !it.shell.sending }
            app.again()
            app.await { it.shell.step == RegisterStep.FINISH && it.shell.refusal is CardException.NoCard && !it.shell.sending }
            app.finishRegistration()
            app.await { it.shell.opened == Opened.TRIP && it.state.registration == null }
        }

    @Test
    fun `a surer sign-in on the way is the one that began it, and the same is done after it`() =
        on(Step.CONTACT) { app ->
            app.typed.phone = "+47 00 00 00 01"
            core.refusals += CardException.LevelTooLow()
            app.saveContact()
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.REGISTER }
            app.stepUp()
            app.await { it.state.phase is Phase.SigningIn }
            core.change { it.copy(phase = Phase.Card) }
            app.at(RegisterStep.SECRETS)
            eventually { core.asked.count { it.startsWith("changeContact") } == 2 && "beginRegistration" in core.asked }
        }

    @Test
    fun `going on later signs out, and nothing typed stays`() =
        on(Step.EMAIL) { app ->
            app.typed.email = "ingrid@example.com"
            app.registerBack()
            app.at(RegisterStep.REGISTRY)
            app.registerBack()
            app.await { it.shell.opened == Opened.SIGN_OUT }
            val typed = app.typed
            app.back()
            app.await { it.shell.opened == Opened.NOTHING }
            app.signOut(browserToo = false)
            app.await { it.state.phase is Phase.SignedOut && it.shell.step == null }
            eventually { typed.email == null }
        }

    @Test
    fun `nothing that is typed is said when it is printed`() =
        on(Step.SECRETS) { app ->
            app.typed.pin = "4826"
            app.typed.password = "elleve-svarte-katter"
            app.typed.lines = listOf("Ingensteds 1")
            val printed = app.screen.value.toString()
            assertFalse("4826" in printed || "katter" in printed || "Ingensteds" in printed)
        }

    private val AppController.typed get() = screen.value.shell.typed

    private fun AppController.at(step: RegisterStep): Screen = await { it.shell.step == step && !it.shell.sending }

    /** Where [step] is the first that is left. */
    private fun on(
        step: Step,
        scene: (AppController) -> Unit,
    ) = app { app ->
        val draft =
            STILL_DRAFT.copy(
                steps = Step.entries.dropWhile { it != step },
                email = "ingrid@example.com".takeIf { step > Step.EMAIL },
                emailVerified = step > Step.EMAIL_CODE,
            )
        core.change { it.copy(phase = Phase.Card, registration = draft) }
        app.await { it.state.registration != null }
        app.confirmRegistry()
        app.await { it.shell.step != null }
        scene(app)
    }

    private fun app(scene: (AppController) -> Unit) {
        AppController(core, core.states, { browsed.add(it) }, 0, "nb", dark = null).use { app ->
            app.start()
            scene(app)
        }
    }
}
