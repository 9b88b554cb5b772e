package no.bibliotekkortet.screens

import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.previews.CatalogueEntry
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Image
import java.awt.image.BufferedImage
import java.awt.image.IndexColorModel
import java.io.ByteArrayInputStream
import java.io.File
import javax.imageio.ImageIO
import kotlin.math.abs
import kotlin.math.ceil

/** Pixels to the dp: pictures small enough to be kept beside the tests. */
private const val SCALE = 0.42f
private const val COLUMNS = 8

/** So many colours a table of one byte can hold. */
private const val TABLE = 256

/** More difference than this in a channel, of 255, is not antialiasing; kept pictures are up to 15 darker ([few]). */
private const val CHANNEL = 40

/** More pixels than this share that differ are not antialiasing. */
private const val SHARE = 0.001

/** A state in all settings, one cell each, as one picture. */
class Reference(
    val entry: CatalogueEntry,
    private val settings: List<Setting>,
) {
    val cells: Map<Setting, BufferedImage> by lazy { settings.associateWith { cell(entry, it) } }

    /** Settings that don't look as the kept picture says; all of them when there is none. */
    fun differing(kept: File): List<Setting> {
        if (!kept.exists()) return settings
        val old = ImageIO.read(kept)
        return settings.filterIndexed { index, setting ->
            val (x, y) = place(index)
            val now = cells.getValue(setting)
            x + now.width > old.width || y + now.height > old.height || differ(now, old.getSubimage(x, y, now.width, now.height))
        }
    }

    /** All cells side by side, in few colours, so that all of them together stay small. */
    fun sheet(): BufferedImage {
        val rows = ceil(settings.size / COLUMNS.toDouble()).toInt()
        return drawn(minOf(COLUMNS, settings.size) * WIDTH, rows * HEIGHT) { graphics ->
            settings.forEachIndexed { index, setting ->
                val (x, y) = place(index)
                graphics.drawImage(few(cells.getValue(setting)), x, y, null)
            }
        }.let(::indexed)
    }

    private fun place(index: Int) = index % COLUMNS * WIDTH to index / COLUMNS * HEIGHT

    companion object {
        const val WIDTH = 173
        const val HEIGHT = 374

        /** Every state in a setting or two; those that people see most in all of them, and in high contrast as well. */
        val all: List<Reference> by lazy {
            Catalogue.groups.flatMap { group ->
                group.entries.map { entry ->
                    val some = Setting.byTurns(entry.name, failure = entry.hasFailure)
                    Reference(entry, if (group.everySetting) Setting.all + Setting.contrast else some)
                }
            }
        }
    }
}

private val CatalogueEntry.hasFailure get() = state.trouble != null || shell("nb", null).run { refusal != null || refused != null }

private fun cell(
    entry: CatalogueEntry,
    setting: Setting,
): BufferedImage =
    scene(entry, setting, SCALE) { image: Image ->
        ImageIO.read(ByteArrayInputStream(checkNotNull(image.encodeToData(EncodedImageFormat.PNG)).bytes))
    }

/** The same picture in 4096 colours: it takes half the room. */
private fun few(image: BufferedImage) =
    BufferedImage(image.width, image.height, BufferedImage.TYPE_INT_RGB).also {
        for (y in 0 until it.height) for (x in 0 until it.width) it.setRGB(x, y, image.getRGB(x, y) and 0xF0F0F0)
    }

/** The same picture with its colours in a table, when there are few enough: half the room again. */
private fun indexed(image: BufferedImage): BufferedImage {
    val pixels = image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
    val colours = pixels.distinct()
    if (colours.size > TABLE) return image

    fun channel(shift: Int) = ByteArray(colours.size) { (colours[it] shr shift).toByte() }
    val model = IndexColorModel(8, colours.size, channel(16), channel(8), channel(0))
    val places = colours.withIndex().associate { (place, colour) -> colour to place }
    return BufferedImage(image.width, image.height, BufferedImage.TYPE_BYTE_INDEXED, model).also {
        it.raster.setSamples(0, 0, image.width, image.height, 0, IntArray(pixels.size) { at -> places.getValue(pixels[at]) })
    }
}

/** Whether two pictures of the same size differ by more than another machine's antialiasing explains. */
fun differ(
    a: BufferedImage,
    b: BufferedImage,
): Boolean {
    var different = 0
    for (y in 0 until a.height) {
        for (x in 0 until a.width) {
            if (apart(a.getRGB(x, y), b.getRGB(x, y))) different++
        }
    }
    return different > a.width * a.height * SHARE
}

private fun apart(
    a: Int,
    b: Int,
): Boolean = listOf(0, 8, 16).any { shift -> abs((a shr shift and 0xFF) - (b shr shift and 0xFF)) > CHANNEL }
