package no.bibliotekkortet.desktop

import no.bibliotekkortet.binding.CardStore
import no.bibliotekkortet.core.AppConfig
import no.bibliotekkortet.core.CardApp
import no.bibliotekkortet.core.LogSink
import no.bibliotekkortet.ui.text.strings

/** One running app: core, store, controller. Everything that differs between window and journey is a parameter. */
class AppGraph(
    arguments: Arguments,
    browser: Browser,
) : AutoCloseable {
    private val core = CardApp(arguments.config(), vault = null, log = arguments.logSink())
    private val store = CardStore(core)

    /** What the screens talk to. */
    val controller =
        with(arguments) { AppController(core, store.state, browser, redirectPort, language, dark, idPorten) }

    /** Lets go of everything. What lies on disk and in the keyring stays for the next start. */
    override fun close() {
        controller.close()
        store.close()
    }
}

private fun Arguments.config() =
    AppConfig(
        dataDir = data.toAbsolutePath().toString(),
        issuer = issuer,
        cardService = cardService,
        clientId = "bibliotekkortet-app",
        idPortenDirectly = idPorten,
        deviceName = strings(language).lockDemoDevice,
        allowLoopbackHttp = isLoopbackHttp(issuer) && isLoopbackHttp(cardService),
    )

private fun Arguments.logSink(): LogSink? = if (log) FileLog(data.resolve("app.log")) else null
