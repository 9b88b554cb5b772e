package no.bibliotekkortet.app

import android.content.Context
import no.bibliotekkortet.binding.CardStore
import no.bibliotekkortet.core.AppConfig
import no.bibliotekkortet.core.CardApp
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Vault
import no.bibliotekkortet.ui.shell.DeviceLock
import no.bibliotekkortet.ui.shell.Locator
import no.bibliotekkortet.ui.shell.Surroundings

/** How the start went. */
sealed interface Start {
    /** The app runs. */
    class Running(
        val controller: AppController,
    ) : Start

    /** The native library is missing, broken or another version's. */
    data object NoLibrary : Start
}

/**
 * Core, store, controller: everything that lives as long as the process.
 *
 * @param trust makes the system's trust in certificates known to the core; a JVM needs nothing.
 */
fun startApp(
    context: Context,
    config: AppConfig,
    vault: Vault,
    deviceLock: DeviceLock,
    locator: Locator,
    trust: (Context) -> Unit = {},
): Start =
    try {
        trust(context)
        val core = CardApp(config, vault, log = null)
        val languages = LanguageChoice(context)
        val states = CardStore(core).state
        val surroundings = Surroundings(deviceLock, SystemLinks(context), ShareSheet(context), locator)
        val controller = AppController(core, states, SystemBrowser(context), languages, surroundings, config.idPortenDirectly)
        Start.Running(controller.also { it.start() })
    } catch (_: LinkageError) {
        Start.NoLibrary // UnsatisfiedLinkError, or ExceptionInInitializerError around a wrong version
    } catch (_: CardException) {
        Start.NoLibrary
    }
