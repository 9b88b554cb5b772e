package no.bibliotekkortet.desktop

import java.awt.Desktop
import java.io.IOException
import java.net.URI
import java.util.concurrent.TimeUnit

/** Where the person signs in. Never a view of our own: the app must not be able to read what is typed (RFC 8252 §8.12). */
fun interface Browser {
    /** Shows [url]; `false` when there is no browser. May block a moment. */
    fun open(url: String): Boolean
}

/** The system's own browser, by the desktop or by `xdg-open`. */
object SystemBrowser : Browser {
    override fun open(url: String): Boolean {
        val isWeb = url.startsWith("https://") || isLoopbackHttp(url)
        return isWeb && (byDesktop(url) || byXdgOpen(url))
    }

    private fun byDesktop(url: String): Boolean =
        try {
            val can = Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)
            if (can) Desktop.getDesktop().browse(URI(url))
            can
        } catch (_: IOException) {
            false
        } catch (_: UnsupportedOperationException) {
            false
        }

    private fun byXdgOpen(url: String): Boolean =
        try {
            val quiet = ProcessBuilder.Redirect.DISCARD
            val process = ProcessBuilder("xdg-open", url).redirectOutput(quiet).redirectError(quiet).start()
            // xdg-open may live as long as the browser that it started
            !process.waitFor(WAIT_S, TimeUnit.SECONDS) || process.exitValue() == 0
        } catch (_: IOException) {
            false
        }

    private const val WAIT_S = 5L
}
