package no.bibliotekkortet.app

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.shell.Ask
import no.bibliotekkortet.ui.shell.Controller
import no.bibliotekkortet.ui.shell.Surroundings
import java.time.Instant
import java.time.ZoneId

/**
 * A phone's part of what a person asks for: opening the browser, and taking links. A sign-in that the process died in is waiting
 * in the core after [start]; its redirect comes as an [opened] link like any other.
 */
class AppController(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    private val browser: Browser,
    private val languages: LanguageChoice,
    surroundings: Surroundings,
    idPortenOnly: Boolean,
) : Controller(
        core,
        coreStates,
        ShellState(languages.current(), Instant.now(), ZoneId.systemDefault(), idPortenOnly = idPortenOnly),
        surroundings,
    ) {
    /** A link opened the app. Untrusted: what looks like our redirect is for the core to judge, all else is put away in words. */
    fun opened(link: String) {
        when (val known = Link.of(link)) {
            is Link.Redirect ->
                command {
                    started.join() // a sign-in that the process died in is known only then
                    core.finishSignIn(known.address)
                }

            // Signed out is signed out, whatever the browser brings.
            is Link.SignedOut -> command { core.finishSignOut(known.address) }

            Link.Unknown -> tell(ShellTrouble.BAD_LINK)
        }
    }

    /** The language may have been chosen in the system's settings meanwhile. */
    fun resumed() = shellState.update { it.copy(language = languages.current(), zone = ZoneId.systemDefault(), now = Instant.now()) }

    override fun attempt(ask: Ask) {
        command {
            val url = ask(Link.REDIRECT)
            if (url != null && !browser.open(url)) tell(ShellTrouble.NO_BROWSER)
        }
    }

    override fun signOut(browserToo: Boolean) {
        command { core.signOut(Link.SIGNED_OUT.takeIf { browserToo }, language)?.let(browser::open) }
    }

    override fun chooseLanguage(code: String) {
        languages.choose(code)
        super.chooseLanguage(code)
    }
}
