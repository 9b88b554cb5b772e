package no.bibliotekkortet.screens

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.runDesktopComposeUiTest
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.ui.Felt
import no.bibliotekkortet.ui.LocalFeel
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File

/** What a hand is told from one state to the next, on the real screens. */
@OptIn(ExperimentalTestApi::class)
class FeelingTest {
    @TestFactory
    fun `done and refused are felt, and nothing else`(): List<DynamicTest> =
        rows().map { row ->
            dynamicTest("${row.before} to ${row.after}") {
                val felt = mutableListOf<Felt>()
                runDesktopComposeUiTest(412, 892) {
                    var entry by mutableStateOf(state(row.before))
                    setContent { CompositionLocalProvider(LocalFeel provides { felt += it }) { Stage(entry) } }
                    waitForIdle()
                    assertEquals(emptyList<Felt>(), felt, "nothing at first")
                    entry = state(row.after)
                    waitForIdle()
                }
                assertEquals(listOfNotNull(row.felt?.let { Felt.valueOf(it.uppercase()) }), felt, row.why)
            }
        }

    private fun rows(): List<Row> {
        val file = Json.parseToJsonElement(File("../vectors/felt.json").readText()).jsonObject
        return file.getValue("rows").jsonArray.map { it.jsonObject }.map { row ->
            Row(row.text("before"), row.text("after"), row.getValue("felt").jsonPrimitive.contentOrNull, row.text("why"))
        } + Row("pin-sending", "pin-changed", "done", "taken")
    }

    private fun JsonObject.text(key: String) = getValue(key).jsonPrimitive.content

    private class Row(
        val before: String,
        val after: String,
        val felt: String?,
        val why: String,
    )

    private fun state(name: String) = Catalogue.all.single { it.name == name }
}
