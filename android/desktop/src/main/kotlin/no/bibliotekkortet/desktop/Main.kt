package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.desktop.journey.Journey
import no.bibliotekkortet.ui.text.strings
import java.awt.HeadlessException
import kotlin.system.exitProcess

internal const val EXIT_STEP_MISSING = 1
internal const val EXIT_USAGE = 2
internal const val EXIT_BROKEN = 70

/** The phone in a window, or the same app walking through by itself. */
fun main(words: Array<String>) {
    if ("--help" in words) return println(Arguments.HELP)
    val arguments =
        try {
            Arguments.parse(words)
        } catch (wrong: ArgumentException) {
            leave(EXIT_USAGE, wrong.message)
        }
    // Nothing that goes wrong somewhere may show a stack trace to a person; the controller shows what concerns them.
    Thread.setDefaultUncaughtExceptionHandler { _, _ -> System.err.println("Something went wrong in the app.") }
    try {
        if (arguments.headless) exitProcess(walk(arguments)) else showWindow(arguments)
    } catch (_: HeadlessException) {
        leave(EXIT_STEP_MISSING, "There is no display for a window. With --headless the app walks through by itself.")
    } catch (_: UnsatisfiedLinkError) {
        leave(EXIT_BROKEN, NO_LIBRARY)
    } catch (_: CardException) {
        leave(EXIT_BROKEN, strings(arguments.language).error("Internal")?.text)
    }
}

private fun walk(arguments: Arguments): Int {
    System.setProperty("java.awt.headless", "true")
    System.setProperty("skiko.renderApi", "SOFTWARE")
    return Journey(arguments).run()
}

private const val NO_LIBRARY = "The app's own library wasn't found: build card-bindings and name its folder with -Djna.library.path."

private fun leave(
    code: Int,
    sentence: String?,
): Nothing {
    System.err.println(sentence)
    exitProcess(code)
}
