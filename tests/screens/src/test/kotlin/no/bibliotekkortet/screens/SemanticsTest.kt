package no.bibliotekkortet.screens

import androidx.compose.ui.input.key.Key
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.isFocused
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.test.runDesktopComposeUiTest
import no.bibliotekkortet.previews.Catalogue
import no.bibliotekkortet.previews.CatalogueEntry
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.digitByDigit
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory

/** What a screen reader, a finger and a keyboard meet in every state. */
@OptIn(ExperimentalTestApi::class)
class SemanticsTest {
    @TestFactory
    fun `what can be pressed says what it is and is large enough`() =
        each { entry ->
            for (node in pressable()) {
                assertTrue(node.speech.isNotBlank(), "${entry.name}: ${node.tag} says nothing")
                val field = SemanticsProperties.EditableText in node.config
                assertTrue(field || node.config.getOrNull(SemanticsProperties.Role) != null, "${node.speech} has no role")
                val (width, height) = node.touchBoundsInRoot.let { it.width to it.height }
                assertTrue(width >= TARGET && height >= TARGET, "${node.speech} is $width × $height")
            }
        }

    @TestFactory
    fun `what can be pressed lies apart`() =
        each {
            val nodes = pressable().groupBy { it.window }
            for (same in nodes.values) {
                same.forEachIndexed { index, a ->
                    val over =
                        same
                            .drop(index + 1)
                            .filter { b -> !inField(a, b) && a.boundsInRoot.deflate(1f).overlaps(b.boundsInRoot.deflate(1f)) }
                    assertEquals(emptyList<String>(), over.map { "${a.speech} / ${it.speech}" })
                }
            }
        }

    @TestFactory
    fun `a heading comes before anything that can be pressed except a failure's, and none says nothing`() =
        each { entry ->
            val order = onAllNodes(SemanticsMatcher("any") { true }).fetchSemanticsNodes()
            val headings = order.filter { SemanticsProperties.Heading in it.config }
            assertTrue(headings.isNotEmpty() && headings.all { it.speech.isNotBlank() }, headings.map { it.speech }.toString())
            val later = order.drop(order.indexOf(headings.first()))
            val before = pressable().filter { it.id !in later.map(SemanticsNode::id) }.map { it.tag }
            assertTrue((before - FIRST).isEmpty(), "${entry.name}: $before come before the heading")
        }

    @TestFactory
    fun `number and code are read sign by sign`() =
        each { entry ->
            val number =
                entry.card
                    ?.number
                    ?.takeIf { entry.shell("nb", null).showsCard } ?: return@each
            for (tag in listOfNotNull(Tags.CARD_NUMBER, Tags.BARCODE.takeIf { entry.card?.barcode != null })) {
                val spoken = onAllNodes(hasTestTag(tag), useUnmergedTree = true).fetchSemanticsNodes().map { it.speech }
                assertTrue(spoken.isNotEmpty() && spoken.all { digitByDigit(number) in it }, "$tag: $spoken")
            }
        }

    @TestFactory
    fun `pictures are named or silent, failures and waits speak up`() =
        each { entry ->
            val images =
                onAllNodes(
                    SemanticsMatcher("image") {
                        it.config.getOrNull(SemanticsProperties.Role) ==
                            androidx.compose.ui.semantics.Role.Image
                    },
                    true,
                )
            for (image in images.fetchSemanticsNodes()) assertTrue(image.speech.isNotBlank(), "${entry.name}: a nameless picture")
            val live = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.LiveRegion), true).fetchSemanticsNodes()
            val tags = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.TestTag), true).fetchSemanticsNodes().map { it.tag }
            if (Tags.TROUBLE in tags || Tags.WAITING in tags) assertTrue(live.isNotEmpty(), "${entry.name}: nothing speaks up")
        }

    @TestFactory
    fun `a keyboard comes to everything that can be pressed, once, and from the top down`() =
        each { entry ->
            // A menu or dialog keeps the keyboard to itself.
            val front =
                pressable()
                    .groupBy { it.window }
                    .values
                    .lastOrNull()
                    .orEmpty()
            val wanted = front.filter { SemanticsProperties.Disabled !in it.config }.map { it.tag }.toSet()
            // A failure at a form has the focus, or the field where one begins; from there it goes down, and round once.
            val rounds =
                onAllNodes(isFocused()).fetchSemanticsNodes().count {
                    it.tag == Tags.TROUBLE ||
                        SemanticsProperties.EditableText in it.config
                }
            val visited = mutableListOf<SemanticsNode>()
            repeat(front.size + 2) {
                onAllNodes(isRoot()).onLast().performKeyInput { pressKey(Key.Tab) }
                waitForIdle()
                val now = onAllNodes(isFocused()).fetchSemanticsNodes().lastOrNull { it.tag in wanted }
                if (now != null && visited.none { it.id == now.id }) visited += now
            }
            assertEquals(wanted, visited.map { it.tag }.toSet(), "${entry.name}: by keyboard")
            val tops = visited.map { it.boundsInRoot.top }
            val ups = tops.zipWithNext().count { (a, b) -> b < a - SAME_LINE }
            assertTrue(ups <= rounds, "${entry.name}: ${visited.map { it.tag }}")
        }

    private fun each(look: ComposeUiTest.(CatalogueEntry) -> Unit): List<DynamicTest> =
        Catalogue.all.map { entry ->
            dynamicTest(entry.name) {
                runDesktopComposeUiTest(PHONE_WIDTH, TALL) {
                    setContent { Stage(entry) }
                    onAllNodes(isRoot()).fetchSemanticsNodes()
                    look(entry)
                }
            }
        }

    /** A field may hold a button that belongs to it. */
    private fun inField(
        a: SemanticsNode,
        b: SemanticsNode,
    ) = SemanticsProperties.EditableText in a.config &&
        a.boundsInRoot.inflate(1f).let { it.contains(b.boundsInRoot.topLeft) && it.contains(b.boundsInRoot.bottomRight) }

    private fun ComposeUiTest.pressable(): List<SemanticsNode> =
        onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsActions.OnClick)).fetchSemanticsNodes()

    private val SemanticsNode.tag get() = config.getOrNull(SemanticsProperties.TestTag).orEmpty()
    private val SemanticsNode.window get() = generateSequence(this) { it.parent }.last().id
    private val SemanticsNode.speech: String
        get() {
            val own =
                config.getOrNull(SemanticsProperties.ContentDescription) ?: config.getOrNull(SemanticsProperties.Text)?.map { it.text }
            return own?.joinToString().orEmpty()
        }

    private companion object {
        const val PHONE_WIDTH = 412

        /** So tall that nothing has to be scrolled to. */
        const val TALL = 5000

        /** Things this close in height stand in one line, dp. */
        const val SAME_LINE = 60f

        /** Android's least target, dp. */
        const val TARGET = 48f

        val FIRST =
            setOf(
                Tags.BACK,
                Tags.TROUBLE_ACTION,
                Tags.TROUBLE_DISMISS,
                Tags.READER_CLOSE,
                Tags.READER_TURN,
                Tags.TRIP_CLOSE,
                Tags.ACT_FOR_ME,
            )
    }
}
