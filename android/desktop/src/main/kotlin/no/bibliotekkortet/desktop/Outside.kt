package no.bibliotekkortet.desktop

import no.bibliotekkortet.ui.shell.Links
import no.bibliotekkortet.ui.shell.Sharing
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** Web pages in the browser; letters and calls by what the desktop has for them. */
object SystemLinks : Links {
    override fun open(link: String): Boolean = if (WEB.containsMatchIn(link)) SystemBrowser.open(link) else ours(link) && byXdgOpen(link)

    private fun ours(link: String) = link.startsWith("mailto:") || link.startsWith("tel:")

    private fun byXdgOpen(link: String): Boolean =
        try {
            val quiet = ProcessBuilder.Redirect.DISCARD
            val process = ProcessBuilder("xdg-open", link).redirectOutput(quiet).redirectError(quiet).start()
            !process.waitFor(WAIT_S, TimeUnit.SECONDS) || process.exitValue() == 0
        } catch (_: IOException) {
            false
        }

    private val WEB = Regex("^https?://")
    private const val WAIT_S = 5L
}

/** A computer has no sheet to share by: the file is saved among the downloads, beside what is there, and the place is told. */
class SavedFiles(
    private val home: Path = Path.of(System.getProperty("user.home")),
) : Sharing {
    override fun share(
        name: String,
        bytes: ByteArray,
        mime: String,
    ): String? {
        val downloads = home.resolve("Downloads")
        val folder = if (Files.isDirectory(downloads)) downloads else home
        val (stem, ending) = name.substringBeforeLast('.') to name.substringAfterLast('.')
        val free =
            generateSequence(1) { it + 1 }
                .map {
                    if (it ==
                        1
                    ) {
                        name
                    } else {
                        "$stem-$it.$ending"
                    }
                }.first { !Files.exists(folder.resolve(it)) }
        return try {
            Files.write(folder.resolve(free), bytes).toString()
        } catch (_: IOException) {
            null
        }
    }
}
