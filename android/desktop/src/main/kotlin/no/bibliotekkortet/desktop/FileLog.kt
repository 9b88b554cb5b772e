package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.LogSink
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption.APPEND
import java.nio.file.StandardOpenOption.CREATE
import java.time.Instant

/** The core's log lines in a file, for somebody who asked for it. The core keeps secrets and persons out of them. */
class FileLog(
    private val file: Path,
) : LogSink {
    @Synchronized
    override fun log(
        level: String,
        target: String,
        line: String,
    ) {
        Files.createDirectories(file.toAbsolutePath().parent)
        Files.writeString(file, "${Instant.now()} $level $target $line\n", CREATE, APPEND)
    }
}
