package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.shell.DeviceLock
import no.bibliotekkortet.ui.shell.Recognition
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.URI
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicInteger

/** Form, devices, step-up, lock and sign-out: what the shell does with what the core answers. */
class FlowsTest {
    private val core = StillCore()
    private val browsed = CopyOnWriteArrayList<String>()
    private var recognition = Recognition.RECOGNISED
    private val looks = AtomicInteger()

    @Test
    fun `the form keeps the number, forgets the secret, and leads to the one-time code`() =
        app { app ->
            val form = app.fill("N012345678", "4711")
            core.formRefusal = CardException.WrongCredentials()
            app.signInWithCard()
            app.await { it.state.trouble is CardException.WrongCredentials }
            assertEquals("N012345678" to "", form.number to form.secret)
            assertEquals(Opened.CARD_FORM, app.screen.value.shell.opened)
            core.formRefusal = null
            app.signInWithCard()
            app.await { (it.state.phase as? Phase.SigningIn)?.step is SignInStep.CodeWanted }
            app.giveOneTimeCode("909090")
            app.await { it.state.phase is Phase.Card && it.shell.opened == Opened.NOTHING }
            eventually { form.number.isEmpty() }
            assertFalse(core.asked.any { "4711" in it || "909090" in it })
        }

    @Test
    fun `a number that is none is told at the form, though the core notes nothing`() =
        app { app ->
            app.fill("N0123", "4711")
            core.formRefusal = CardException.InvalidNumber()
            app.signInWithCard()
            assertInstanceOf(CardException.InvalidNumber::class.java, app.await { it.shell.refusal != null }.shell.refusal)
            assertNull(core.state().trouble)
            app.open(Opened.NOTHING)
            app.await { it.shell.refusal == null && it.shell.opened == Opened.NOTHING }
            assertEquals("", app.screen.value.shell.form.number)
        }

    @Test
    fun `a session that is over begins anew at the form, over the card`() =
        app { app ->
            core.change { it.copy(phase = Phase.Card, needsSignIn = true) }
            app.fill("N012345678", "4711")
            core.change { it.copy(trouble = CardException.WrongCredentials()) }
            app.await { it.state.trouble != null }
            assertEquals(
                Opened.CARD_FORM to "N012345678",
                app.screen.value.shell
                    .let { it.opened to it.form.number },
            )
            core.change { it.copy(needsSignIn = false, trouble = null) }
            app.await {
                it.shell.opened == Opened.NOTHING &&
                    it.shell.form.number
                        .isEmpty()
            }
        }

    @Test
    fun `nothing of the form is said when it is printed`() =
        app { app ->
            app.fill("N012345678", "4711").choose(SecretKind.PASSWORD)
            assertEquals("", app.screen.value.shell.form.secret, "another kind is another secret")
            assertFalse("N012345678" in app.screen.value.toString())
        }

    @Test
    fun `a surer sign-in for the devices comes back to the devices, once`() =
        app { app ->
            core.put(Phase.Card)
            core.refusals += CardException.LevelTooLow()
            app.seeDevices()
            app.await { it.shell.opened == Opened.STEP_UP && it.shell.action == Action.END_DEVICES && !it.shell.asking }
            app.stepUp()
            app.await { it.state.phase is Phase.SigningIn }
            core.change { it.copy(phase = Phase.Card, clearedFor = Action.END_DEVICES) }
            app.await { it.state.devices != null && it.state.clearedFor == null && it.shell.opened == Opened.DEVICES }
            eventually { "goOn" in core.asked }
            assertEquals(2, core.asked.count { it == "seeDevices" }, "${core.asked}")
        }

    @Test
    fun `a step-up that was given up is still on its page`() =
        app { app ->
            core.put(Phase.Card)
            core.refusals += CardException.LevelTooLow()
            app.seeDevices()
            app.await { it.shell.opened == Opened.STEP_UP }
            app.stepUp()
            app.await { it.state.phase is Phase.SigningIn }
            core.put(Phase.Card)
            assertEquals(Opened.STEP_UP, app.await { it.state.phase is Phase.Card }.shell.opened)
        }

    @Test
    fun `after a kill a surer sign-in opens the page that it was for`() {
        core.change { it.copy(phase = Phase.Card, clearedFor = Action.END_DEVICES) }
        app { app -> app.await { it.shell.opened == Opened.DEVICES && it.state.devices != null } }
    }

    @Test
    fun `what is locked asks the device, and tries again`() =
        app { app ->
            core.put(Phase.Card)
            core.refusals += CardException.Locked()
            app.seeDevices()
            app.await { it.state.devices != null }
            assertEquals(listOf("seeDevices", "unlock", "seeDevices"), core.asked.toList())
            recognition = Recognition.REFUSED
            core.refusals += CardException.Locked()
            app.endDevice("d2")
            assertInstanceOf(CardException.Locked::class.java, app.await { it.shell.refusal != null }.shell.refusal)
            recognition = Recognition.NOT_SET_UP
            core.refusals += CardException.Locked()
            app.endDevice("d2")
            app.await { it.state.devices?.size == 1 && it.shell.trouble == ShellTrouble.NO_DEVICE_LOCK && it.shell.ending == null }
        }

    @Test
    fun `the card goes behind a lock that is there, and asks once when the app comes in front`() =
        app { app ->
            core.put(Phase.Card)
            recognition = Recognition.NOT_SET_UP
            app.lockCard(true)
            app.await { it.shell.trouble == ShellTrouble.NO_DEVICE_LOCK }
            assertFalse(core.state().lockCard)
            recognition = Recognition.RECOGNISED
            app.lockCard(true)
            app.await { it.state.lockCard }
            recognition = Recognition.REFUSED
            app.inFront(false)
            eventually { "inFront false" in core.asked }
            core.put(Phase.Locked)
            val before = looks.get()
            app.inFront(true)
            eventually { looks.get() == before + 1 }
            app.inFront(true)
            eventually { core.asked.count { it == "inFront true" } == 2 }
            assertEquals(before + 1, looks.get(), "${core.asked}")
            assertInstanceOf(Phase.Locked::class.java, core.state().phase)
            recognition = Recognition.RECOGNISED
            app.unlock()
            app.await { it.state.phase is Phase.Card }
        }

    @Test
    fun `signing out of the browser too opens it, and its answer changes nothing`() =
        app { app ->
            core.put(Phase.Card)
            app.signOut(browserToo = true)
            eventually { browsed.isNotEmpty() }
            val back = browsed.single().substringAfter("to=")
            assertTrue(back.endsWith("/utlogget"))
            URI("$back?state=x").toURL().readText()
            eventually { "finishSignOut" in core.asked }
            assertNull(app.screen.value.state.trouble)
            app.signOut(browserToo = false)
            eventually { core.asked.count { it == "signOut" } == 2 }
            assertEquals(1, browsed.size)
        }

    @Test
    fun `the browser opens again for the sign-in that waits`() =
        app { app ->
            app.signIn(Door.FEIDE)
            eventually { browsed.size == 1 }
            app.openBrowserAgain()
            eventually { browsed.size == 2 }
            assertEquals(listOf("beginSignIn FEIDE", "beginAgain"), core.asked.toList())
        }

    private fun AppController.fill(
        number: String,
        secret: String,
    ) = screen.value.shell.form.also {
        open(Opened.CARD_FORM)
        it.number = number
        it.secret = secret
    }

    private fun app(scene: (AppController) -> Unit) {
        val lock =
            DeviceLock {
                looks.incrementAndGet()
                recognition
            }
        AppController(core, core.states, { browsed.add(it) }, 0, "nb", dark = null, deviceLock = lock).use { app ->
            app.start()
            scene(app)
        }
    }
}
