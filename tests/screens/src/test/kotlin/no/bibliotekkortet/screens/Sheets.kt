package no.bibliotekkortet.screens

import java.awt.Color
import java.awt.Font
import java.awt.Graphics2D
import java.awt.RenderingHints
import java.awt.image.BufferedImage
import java.io.File
import javax.imageio.ImageIO
import kotlin.math.ceil

private const val ACROSS = 20
private const val GAP = 14
private const val LABEL = 22

/** A picture of this size, drawn. */
fun drawn(
    width: Int,
    height: Int,
    draw: (Graphics2D) -> Unit,
): BufferedImage =
    BufferedImage(width, height, BufferedImage.TYPE_INT_RGB).also { image ->
        val graphics = image.createGraphics()
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON)
        draw(graphics)
        graphics.dispose()
    }

/** Every state that is kept in one language, light and dark, usual and large text, each with its name under it: for looking at. */
fun contactSheet(
    references: List<Reference>,
    language: String,
): BufferedImage {
    val shown =
        references.flatMap { reference ->
            reference.cells.filterKeys { it.language == language && !it.highContrast }.map {
                reference to
                    it
            }
        }
    val (wide, high) = Reference.WIDTH + GAP to Reference.HEIGHT + GAP + LABEL
    return drawn(ACROSS * wide + GAP, ceil(shown.size / ACROSS.toDouble()).toInt() * high + GAP) { graphics ->
        graphics.color = Color(0x8A939A)
        graphics.fillRect(0, 0, ACROSS * wide + GAP, Int.MAX_VALUE)
        graphics.font = Font(Font.SANS_SERIF, Font.PLAIN, 12)
        shown.forEachIndexed { index, (reference, cell) ->
            val (x, y) = GAP + index % ACROSS * wide to GAP + index / ACROSS * high
            graphics.drawImage(cell.value, x, y, null)
            graphics.color = Color.BLACK
            graphics.drawString("${reference.entry.name} ${cell.key.fontScale}", x, y + Reference.HEIGHT + 15)
        }
    }
}

/** Keeps a picture. */
fun BufferedImage.keep(file: File) {
    file.parentFile.mkdirs()
    ImageIO.write(this, "png", file)
}
