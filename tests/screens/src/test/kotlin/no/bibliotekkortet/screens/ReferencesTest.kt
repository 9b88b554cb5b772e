package no.bibliotekkortet.screens

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import java.awt.image.BufferedImage
import java.io.File

/** Every state looks as the kept pictures say. `tests/screens/accept.sh` keeps new ones, to be looked at before they are committed. */
class ReferencesTest {
    @TestFactory
    fun `every state looks as it did`(): List<DynamicTest> =
        Reference.all.map { reference ->
            dynamicTest(reference.entry.name) {
                val kept = File("references/${reference.entry.name}.png")
                val differing = reference.differing(kept)
                if (differing.isNotEmpty() && System.getProperty("accept") != null) {
                    reference.sheet().keep(kept)
                } else {
                    if (differing.isNotEmpty()) reference.sheet().keep(File("target/pictures/differs/${reference.entry.name}.png"))
                    assertEquals(
                        emptyList<String>(),
                        differing.map { it.name },
                        "see target/pictures/differs; meant so: tests/screens/accept.sh",
                    )
                }
            }
        }

    @Test
    fun `no picture is kept of a state that is gone, and all of them are small`() {
        val kept = File("references").listFiles { file -> file.extension == "png" }.orEmpty()
        assertEquals(emptySet<String>(), kept.map { it.nameWithoutExtension }.toSet() - Reference.all.map { it.entry.name }.toSet())
        assertTrue(kept.sumOf { it.length() } <= 10_000_000)
    }

    @Test
    fun `contact sheets show every state`() {
        var cells = 0
        for (language in listOf("nb", "nn", "se", "en")) {
            val file = File("target/pictures/sheet-$language.png")
            contactSheet(Reference.all, language).keep(file)
            cells += Reference.all.sumOf { reference -> reference.cells.keys.count { it.language == language && !it.highContrast } }
            assertTrue(file.length() > 0, "$file")
        }
        assertTrue(cells >= Reference.all.size)
    }

    @Test
    fun `a word that moved or another colour is seen, a shade of antialiasing is not`() {
        val card =
            Reference.all
                .first { it.entry.name == "card" }
                .cells
                .getValue(Setting())
        assertTrue(differ(card, changed(card) { x, y -> card.getRGB(x, maxOf(0, y - 2)) }), "moved by 2 pixels")
        assertTrue(differ(card, changed(card) { x, y -> if (y < 20 && x < 20) 0xFF0000 else card.getRGB(x, y) }), "a red corner")
        assertFalse(differ(card, changed(card) { x, y -> shaded(card.getRGB(x, y)) }), "a shade")
    }

    private fun shaded(rgb: Int) = if (rgb and 0xFF > 20) rgb - 10 else rgb

    private fun changed(
        image: BufferedImage,
        pixel: (Int, Int) -> Int,
    ) = BufferedImage(image.width, image.height, BufferedImage.TYPE_INT_RGB).also {
        for (y in 0 until it.height) for (x in 0 until it.width) it.setRGB(x, y, pixel(x, y))
    }
}
