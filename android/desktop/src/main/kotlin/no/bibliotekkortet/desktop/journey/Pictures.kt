package no.bibliotekkortet.desktop.journey

import java.nio.file.Files
import java.nio.file.Path

/** Numbered PNG files in [folder]; each one's path is printed when it is written. */
class Pictures(
    private val folder: Path,
) {
    private var count = 0

    /** Keeps [png] as the next picture. */
    fun keep(
        name: String,
        png: ByteArray,
    ) {
        Files.createDirectories(folder)
        val file = folder.resolve("%02d-%s.png".format(++count, name))
        Files.write(file, png)
        println("picture: $file")
    }
}
