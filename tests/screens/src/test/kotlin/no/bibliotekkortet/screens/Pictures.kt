package no.bibliotekkortet.screens

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import no.bibliotekkortet.previews.CatalogueEntry
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Image
import java.io.File

/** How a picture is taken. */
data class Setting(
    val language: String = "nb",
    val dark: Boolean = false,
    val fontScale: Float = 1f,
    val widthDp: Int = 412,
    val heightDp: Int = 892,
    val highContrast: Boolean = false,
) {
    val name: String
        get() =
            listOf(language, if (dark) "dark" else "light", "$fontScale").joinToString("-") +
                (if (widthDp == 412) "" else "-$widthDp") + (if (highContrast) "-contrast" else "")

    companion object {
        private const val DENSITY = 2.75f
        const val DENSITY_OF_ALL = DENSITY

        /** Both modes and text sizes in all languages. */
        val all: List<Setting> =
            listOf("nb", "nn", "se", "en").flatMap { language ->
                listOf(false, true).flatMap { dark -> listOf(1f, 2f).map { Setting(language, dark, it) } }
            }

        /** Both modes and text sizes in one language: words change no code. */
        val modes: List<Setting> = all.filter { it.language == "nb" }

        /** The same for those who ask their system for more contrast. */
        val contrast: List<Setting> = listOf(Setting(highContrast = true), Setting(dark = true, highContrast = true))

        /** Each language, mode and text size once or twice. */
        private val some: List<Setting> =
            listOf(Setting(), Setting("nn", dark = true), Setting("se", fontScale = 2f), Setting("en", dark = true, fontScale = 2f))

        /** What is kept of a state that few people see: two of those, and one of a page with a failure; its [name] says which. */
        fun byTurns(
            name: String,
            failure: Boolean,
        ): List<Setting> {
            val turn = name.hashCode().mod(some.size)
            return if (failure) listOf(some[turn]) else listOf(some[turn % 2], some[some.lastIndex - turn % 2])
        }

        /** What most people have, and the hardest. */
        val two: List<Setting> = listOf(Setting(), Setting("se", dark = true, fontScale = 2f))
    }
}

/** Takes the picture of a phone and keeps it as `target/pictures/STATE-SETTING.png`. */
fun picture(
    entry: CatalogueEntry,
    setting: Setting,
): File {
    val png = scene(entry, setting, Setting.DENSITY_OF_ALL) { checkNotNull(it.encodeToData(EncodedImageFormat.PNG)).bytes }
    val file = File("target/pictures/${entry.name}-${setting.name}.png")
    file.parentFile.mkdirs()
    file.writeBytes(png)
    return file
}

/** Draws a state [density] pixels to the dp and gives the picture to [use]. A second is given to what comes late. */
fun <T> scene(
    entry: CatalogueEntry,
    setting: Setting,
    density: Float,
    use: (Image) -> T,
): T {
    val scene =
        ImageComposeScene(
            (setting.widthDp * density).toInt(),
            (setting.heightDp * density).toInt(),
            Density(density, setting.fontScale),
        ) { Stage(entry, setting.language, setting.dark, setting.highContrast) }
    return try {
        (0L..A_SECOND step FRAME).forEach { scene.render(it) }
        use(scene.render(A_SECOND))
    } finally {
        scene.close()
    }
}

private const val A_SECOND = 1_000_000_000L
private const val FRAME = 200_000_000L
