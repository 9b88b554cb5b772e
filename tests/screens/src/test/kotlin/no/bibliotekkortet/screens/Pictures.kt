package no.bibliotekkortet.screens

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import no.bibliotekkortet.previews.CatalogueEntry
import org.jetbrains.skia.EncodedImageFormat
import java.io.File

/** How a picture is taken. */
data class Setting(
    val language: String = "nb",
    val dark: Boolean = false,
    val fontScale: Float = 1f,
    val widthDp: Int = 412,
    val heightDp: Int = 892,
) {
    val name: String
        get() = listOf(language, if (dark) "dark" else "light", "$fontScale").joinToString("-") + if (widthDp == 412) "" else "-$widthDp"

    companion object {
        private const val DENSITY = 2.75f
        const val DENSITY_OF_ALL = DENSITY

        /** Both modes and text sizes in all languages. */
        val all: List<Setting> =
            listOf("nb", "nn", "se", "en").flatMap { language ->
                listOf(false, true).flatMap { dark -> listOf(1f, 2f).map { Setting(language, dark, it) } }
            }

        /** What most people have, and the hardest. */
        val two: List<Setting> = listOf(Setting(), Setting("se", dark = true, fontScale = 2f))
    }
}

/** Takes the picture of a phone and keeps it as `target/pictures/STATE-SETTING.png`. Half a second is given to what comes late. */
fun picture(
    entry: CatalogueEntry,
    setting: Setting,
): File {
    val density = Setting.DENSITY_OF_ALL
    val scene =
        ImageComposeScene(
            (setting.widthDp * density).toInt(),
            (setting.heightDp * density).toInt(),
            Density(density, setting.fontScale),
        ) { Stage(entry, setting.language, setting.dark) }
    val png =
        try {
            (0L..HALF_A_SECOND step FRAME).forEach { scene.render(it) }
            scene.render(HALF_A_SECOND).encodeToData(EncodedImageFormat.PNG)
        } finally {
            scene.close()
        }
    val file = File("target/pictures/${entry.name}-${setting.name}.png")
    file.parentFile.mkdirs()
    file.writeBytes(checkNotNull(png).bytes)
    return file
}

private const val HALF_A_SECOND = 600_000_000L
private const val FRAME = 200_000_000L
