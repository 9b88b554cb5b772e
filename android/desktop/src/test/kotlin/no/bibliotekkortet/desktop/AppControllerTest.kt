package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.ShellTrouble
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Test
import java.net.InetAddress
import java.net.ServerSocket
import java.net.URI
import java.util.concurrent.CopyOnWriteArrayList

/** The shell's part of a sign-in, over a core that only remembers what it was asked. */
class AppControllerTest {
    private val core = StillCore()
    private val opened = CopyOnWriteArrayList<String>()

    @Test
    fun `a sign-in opens the browser and hands over what comes back, once`() =
        controller().use { controller ->
            controller.signIn(Door.ID_PORTEN)
            val waiting = controller.await { it.state.waiting() != null }.state.waiting()!!
            eventually { opened.isNotEmpty() }
            assertEquals(listOf(waiting.url), opened)
            val redirect = "${waiting.redirectUri}?code=x&state=y"
            URI(redirect).toURL().readText()
            controller.await { it.state.phase is Phase.SignedOut }
            assertEquals(listOf(redirect), core.finished)
        }

    @Test
    fun `a redirect that the core doesn't take leaves the listener open for the right one`() =
        controller().use { controller ->
            controller.signIn(Door.ID_PORTEN)
            val waiting = controller.await { it.state.waiting() != null }.state.waiting()!!
            core.refuses = true
            URI("${waiting.redirectUri}?state=foreign").toURL().readText()
            controller.await { it.state.trouble is CardException.SignInRefused }
            core.refuses = false
            URI("${waiting.redirectUri}?state=own").toURL().readText()
            controller.await { it.state.phase is Phase.SignedOut }
            assertEquals(2, core.finished.size)
        }

    @Test
    fun `after a kill the same address is listened on again`() {
        val port = ServerSocket(0, 1, LOCAL).use { it.localPort }
        core.put(Phase.SigningIn(SignInStep.InBrowser("http://localhost/authorize", "http://127.0.0.1:$port/innlogget")))
        controller().use { controller ->
            controller.start()
            eventually { runCatching { URI("http://127.0.0.1:$port/innlogget?code=late").toURL().readText() }.isSuccess }
            controller.await { it.state.phase is Phase.SignedOut }
            assertEquals(listOf("http://127.0.0.1:$port/innlogget?code=late"), core.finished)
            assertEquals(emptyList<String>(), opened)
        }
    }

    @Test
    fun `a port in use is said, at the beginning and after a kill`() =
        ServerSocket(0, 1, LOCAL).use { other ->
            controller(port = other.localPort).use { controller ->
                controller.signIn(Door.ID_PORTEN)
                controller.await { it.shell.trouble == ShellTrouble.PORT_IN_USE }
                controller.dismissShellTrouble()
                controller.await { it.shell.trouble == null }
            }
            core.put(Phase.SigningIn(SignInStep.InBrowser("http://localhost/", "http://127.0.0.1:${other.localPort}/innlogget")))
            controller().use { controller ->
                controller.start()
                controller.await { it.shell.trouble == ShellTrouble.PORT_IN_USE }
                controller.signIn(Door.ID_PORTEN)
                val anew = controller.await { it.shell.trouble == null && it.state.waiting()?.url == core.url }
                assertEquals(listOf(anew.state.waiting()!!.url), opened.also { eventually { it.isNotEmpty() } })
            }
        }

    @Test
    fun `no browser is said, and the sign-in waits on`() =
        controller(browser = { false }).use { controller ->
            controller.signIn(Door.ID_PORTEN)
            controller.await { it.shell.trouble == ShellTrouble.NO_BROWSER }
            assertInstanceOf(Phase.SigningIn::class.java, core.state().phase)
        }

    @Test
    fun `what no code is for is shown as Internal, until it is put away`() =
        controller().use { controller ->
            core.breaks = true
            controller.refresh()
            controller.await { it.state.trouble is CardException.Internal }
            controller.dismissTrouble()
            controller.await { it.state.trouble == null }
            controller.chooseLanguage("se")
            assertEquals("se", controller.await { it.shell.language == "se" }.shell.language)
        }

    private fun controller(
        port: Int = 0,
        browser: Browser = Browser { opened.add(it) },
    ) = AppController(core, core.states, browser, port, "nb", dark = null)

    private companion object {
        val LOCAL: InetAddress = InetAddress.getByName("127.0.0.1")
    }
}

private fun AppState.waiting() = (phase as? Phase.SigningIn)?.step as? SignInStep.InBrowser
