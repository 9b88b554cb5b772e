package no.bibliotekkortet.screens

import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.previews.CatalogueEntry
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

/** Pictures of every state. A code that is shown is read by another maker's reader; where none is due, none is found. */
class CatalogueTest {
    @TestFactory
    fun `what people see most, in both modes and text sizes`(): List<DynamicTest> =
        Catalogue.groups
            .filter { it.everySetting }
            .flatMap { it.entries }
            .flatMap { entry -> Setting.modes.map { test(entry, it) } }

    @TestFactory
    fun `all else, in the common and the hardest setting`(): List<DynamicTest> =
        Catalogue.groups
            .filterNot { it.everySetting }
            .flatMap { it.entries }
            .flatMap { entry -> Setting.two.map { test(entry, it) } }

    @TestFactory
    fun `other windows`(): List<DynamicTest> =
        Catalogue.all.filter { it.name in setOf("sign-in", "card", "card-code39", "reader", "reader-turned") }.flatMap { entry ->
            listOf(Setting(widthDp = 320, heightDp = 640), Setting(widthDp = 900, heightDp = 600)).map { test(entry, it) }
        }

    @Test
    fun `names are file names, each once`() {
        assertEquals(
            Catalogue.all.size,
            Catalogue.all
                .map { it.name }
                .toSet()
                .size,
        )
        assertTrue(Catalogue.all.all { it.name.matches(Regex("[A-Za-z0-9-]+")) })
    }

    private fun test(
        entry: CatalogueEntry,
        setting: Setting,
    ) = dynamicTest("${entry.name}-${setting.name}") {
        val card = entry.card
        val codeIsDue = card?.barcode != null && entry.shell("nb", null).showsCard
        val read = Reader.read(picture(entry, setting))
        assertEquals(card?.number.takeIf { codeIsDue }, read.takeIf { codeIsDue || card?.barcode == null })
    }
}
