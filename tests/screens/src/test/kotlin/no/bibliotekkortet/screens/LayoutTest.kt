package no.bibliotekkortet.screens

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.geometry.Rect
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.runDesktopComposeUiTest
import androidx.compose.ui.text.TextLayoutResult
import androidx.compose.ui.unit.Density
import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.previews.CatalogueEntry
import no.bibliotekkortet.ui.Tags
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

/** In every state, language and text size: no text is cut, no word broken, nothing lies over anything or beside the screen. */
class LayoutTest {
    @TestFactory
    fun `on a usual phone`(): List<DynamicTest> =
        Catalogue.all.flatMap { entry ->
            listOf("nb", "nn", "se", "en").flatMap { language -> listOf(1f, 2f).map { test(entry, Setting(language, fontScale = it)) } }
        }

    @TestFactory
    fun `on a small phone, and lying on its side`(): List<DynamicTest> =
        Catalogue.all.flatMap { entry ->
            listOf(
                Setting("se", fontScale = 2f, widthDp = 320, heightDp = 640),
                Setting("nb", widthDp = 320, heightDp = 640),
                Setting("en", fontScale = 2f, widthDp = 900, heightDp = 412),
            ).map { test(entry, it) }
        }

    private fun test(
        entry: CatalogueEntry,
        setting: Setting,
    ) = dynamicTest("${entry.name}-${setting.name}") { assertEquals(emptyList<String>(), faults(entry, setting)) }

    @OptIn(ExperimentalTestApi::class)
    private fun faults(
        entry: CatalogueEntry,
        setting: Setting,
    ): List<String> {
        var faults = emptyList<String>()
        runDesktopComposeUiTest(setting.widthDp, setting.heightDp) {
            setContent {
                CompositionLocalProvider(LocalDensity provides Density(1f, setting.fontScale)) { Stage(entry, setting.language) }
            }
            val texts = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Text), useUnmergedTree = true).fetchSemanticsNodes()
            faults = texts.flatMap { cut(it) + outside(it, setting.widthDp) } + overlapping(texts)
        }
        return faults
    }

    private fun cut(node: SemanticsNode): List<String> {
        val results = mutableListOf<TextLayoutResult>()
        node.config
            .getOrNull(SemanticsActions.GetTextLayoutResult)
            ?.action
            ?.invoke(results)
        val layout = results.firstOrNull() ?: return listOf("${node.words}: has no layout")
        val address = node.config.getOrNull(SemanticsProperties.TestTag) == Tags.ADDRESS
        return listOfNotNull(
            "${node.words}: is cut".takeIf { overflows(layout) },
            "${node.words}: a word is broken".takeIf { !address && breaksWord(layout) },
        )
    }

    /** By more than the rounding to whole pixels, which `hasVisualOverflow` counts as well. */
    private fun overflows(layout: TextLayoutResult): Boolean =
        layout.multiParagraph.height > layout.size.height + 1 ||
            (0 until layout.lineCount).any { line ->
                layout.isLineEllipsized(line) || layout.getLineRight(line) - layout.getLineLeft(line) > layout.size.width + 1
            }

    /** A line that isn't the last ends with a space, a hyphen or where the text says so. */
    private fun breaksWord(layout: TextLayoutResult): Boolean {
        val text = layout.layoutInput.text.text
        return (0 until layout.lineCount - 1).any { line ->
            val end = layout.getLineEnd(line)
            text.getOrNull(end - 1)?.let { it.isWhitespace() || it == '-' || it == '–' } == false &&
                text.getOrNull(end)?.isWhitespace() == false
        }
    }

    private fun outside(
        node: SemanticsNode,
        width: Int,
    ): List<String> = listOfNotNull("${node.words}: is beside the screen".takeIf { node.place.left < -1 || node.place.right > width + 1 })

    /** Within one window: what lies in a dialog or menu may cover what is under it. */
    private fun overlapping(texts: List<SemanticsNode>): List<String> =
        texts.groupBy { it.window }.values.flatMap { same ->
            same.flatMapIndexed { index, a ->
                same
                    .drop(index + 1)
                    .filter { b ->
                        // What scrolls away under something else is cut off there; what scrolls together may not meet anywhere.
                        val together = a.scroller == b.scroller
                        val (one, other) = if (together) a.place to b.place else a.boundsInRoot to b.boundsInRoot
                        one.deflate(1f).overlaps(other.deflate(1f))
                    }.map { "${a.words} lies over ${it.words}" }
            }
        }

    private val SemanticsNode.words get() = config.getOrNull(SemanticsProperties.Text)?.joinToString().orEmpty()
    private val SemanticsNode.place get() =
        Rect(
            positionInRoot,
            androidx.compose.ui.geometry
                .Size(size.width.toFloat(), size.height.toFloat()),
        )
    private val SemanticsNode.scroller get() =
        generateSequence(parent) { it.parent }.firstOrNull { SemanticsProperties.VerticalScrollAxisRange in it.config }?.id
    private val SemanticsNode.window: Int get() = generateSequence(this) { it.parent }.last().id
}
