package no.bibliotekkortet.core

import org.junit.jupiter.api.extension.AnnotatedElementContext
import org.junit.jupiter.api.extension.ExtensionContext
import org.junit.jupiter.api.io.TempDirFactory
import java.nio.file.Files
import java.nio.file.Path

/** Data folders of tests, below this module's target. */
class Scratch : TempDirFactory {
    override fun createTempDirectory(
        elementContext: AnnotatedElementContext,
        extensionContext: ExtensionContext,
    ): Path = Files.createTempDirectory(Files.createDirectories(Path.of("target", "scratch")).toAbsolutePath(), "card")
}
