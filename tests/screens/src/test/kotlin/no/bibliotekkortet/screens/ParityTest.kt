package no.bibliotekkortet.screens

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.runDesktopComposeUiTest
import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.previews.CatalogueEntry
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import java.io.File

/** What each state shows here, as `tests/parity/android.json` says it. The other shell does the same; `tests/arch` compares the two. */
@OptIn(ExperimentalTestApi::class)
class ParityTest {
    @Test
    fun `every state shows what the list says`() {
        val seen =
            Catalogue.all.joinToString(
                ",\n",
                "{\n",
                "\n}\n",
            ) { entry -> "  \"${entry.name}\": [${parts(entry).joinToString { "\"$it\"" }}]" }
        File("target/parity.json").apply { parentFile.mkdirs() }.writeText(seen)
        assertEquals(
            LIST
                .takeIf {
                    it.exists()
                }?.readText(),
            seen,
            "the screens changed: cp tests/screens/target/parity.json tests/parity/android.json",
        )
    }

    private fun parts(entry: CatalogueEntry): List<String> {
        var found = emptyList<String>()
        runDesktopComposeUiTest(412, 892) {
            setContent { Stage(entry) }
            val tagged = SemanticsMatcher.keyIsDefined(SemanticsProperties.TestTag)
            val nodes = onAllNodes(tagged, useUnmergedTree = true).fetchSemanticsNodes()
            found = nodes.mapNotNull { it.config.getOrNull(SemanticsProperties.TestTag) }.distinct().sorted()
        }
        return found
    }

    private companion object {
        val LIST = File("../parity/android.json")
    }
}
