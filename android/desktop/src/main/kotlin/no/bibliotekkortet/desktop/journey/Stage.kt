package no.bibliotekkortet.desktop.journey

import androidx.compose.ui.graphics.asSkiaBitmap
import androidx.compose.ui.test.ComposeTimeoutException
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.click
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasScrollAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onRoot
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.unit.Density
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.desktop.AppController
import no.bibliotekkortet.desktop.Arguments
import no.bibliotekkortet.desktop.PHONE_HEIGHT
import no.bibliotekkortet.desktop.PHONE_WIDTH
import no.bibliotekkortet.desktop.Phone
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.shell.Screen
import org.jetbrains.skia.EncodedImageFormat
import org.jetbrains.skia.Image
import kotlin.time.Duration

/** A step that didn't come, in a plain sentence. */
class StepMissing(
    sentence: String,
) : Exception(sentence)

/** A phone without a screen: the app's own composition, clicked by test tags and photographed. */
class Stage private constructor(
    private val glass: SkikoComposeUiTest,
    private val controller: AppController,
    private val pictures: Pictures,
) {
    /** Waits, at most [PATIENCE_S] seconds, until the app says so. [what] finishes "I waited for …". */
    fun await(
        what: String,
        condition: (AppState) -> Boolean,
    ): AppState {
        val found = runBlocking { withTimeoutOrNull(PATIENCE_S * 1000) { controller.screen.first { condition(it.state) } } }
        val now = controller.screen.value.state
        return found?.state ?: throw StepMissing("I waited $PATIENCE_S seconds for $what. The app is at ${placeOf(now)}.")
    }

    /** How often was pressed or typed since this was last set; a text field counts as one, scrolling as none. */
    var taps = 0

    /** How many of them were texts. */
    private var texts = 0

    /** Counts from nothing. */
    fun begin() {
        taps = 0
        texts = 0
    }

    /** The same for what the shell knows as well. */
    fun awaitScreen(
        what: String,
        condition: (Screen) -> Boolean,
    ): Screen {
        val found = runBlocking { withTimeoutOrNull(PATIENCE_S * 1000) { controller.screen.first(condition) } }
        val now = controller.screen.value
        return found
            ?: throw StepMissing("I waited $PATIENCE_S seconds for $what. The app is at ${placeOf(now.state)}, ${now.shell.opened}.")
    }

    /** Clicks what has [tag], once it is there; scrolls to it where it must. */
    fun click(tag: String) {
        scrollTo(tag)
        glass.onNodeWithTag(tag).performTouchInput { click() }
        glass.waitForIdle()
        taps++
    }

    /** Holds what has [tag], as long as a press that can't be taken back takes. */
    fun hold(tag: String) {
        scrollTo(tag)
        glass.onNodeWithTag(tag).performTouchInput { down(center) }
        glass.mainClock.advanceTimeBy(HOLD_MS)
        glass.onRoot().performTouchInput { up() } // what was held may be gone by now
        glass.waitForIdle()
        taps++
    }

    /** Says how many taps something took; too many end the journey. */
    fun counted(
        what: String,
        atMost: Int,
    ) {
        println("taps: $what $taps (at most $atMost)")
        if (taps > atMost) throw StepMissing("To $what took $taps taps, and may take $atMost.")
    }

    /** The same where [what] takes texts, which are counted apart. */
    fun counted(
        what: String,
        atMost: Int,
        atMostTexts: Int,
    ) {
        taps -= texts
        println("texts: $what $texts (at most $atMostTexts)")
        if (texts > atMostTexts) throw StepMissing("To $what took $texts texts, and may take $atMostTexts.")
        counted(what, atMost)
    }

    /** Waits for [tag]; a surer sign-in on the way to it isn't counted. */
    fun surelyAt(
        tag: String,
        surer: Stage.() -> Unit,
    ) {
        if (awaitOne(tag, Tags.STEP_UP) == tag) return
        val before = taps
        surer()
        taps = before
        awaitTag(tag)
    }

    /** Scrolls until what has [tag] is in sight, once it is there. */
    fun scrollTo(tag: String) {
        awaitTag(tag)
        val scrolls = glass.onAllNodes(hasTestTag(tag) and hasAnyAncestor(hasScrollAction())).fetchSemanticsNodes().isNotEmpty()
        if (scrolls) glass.onNodeWithTag(tag).performScrollTo()
        glass.waitForIdle()
    }

    /** Types into what has [tag], once it is there, in the place of what stands there. */
    fun type(
        tag: String,
        text: String,
    ) {
        awaitTag(tag)
        glass.onNodeWithTag(tag).performTextReplacement(text)
        glass.waitForIdle()
        taps++
        texts++
    }

    /** Waits until something with one of [tags] is drawn; which one. */
    fun awaitOne(vararg tags: String): String {
        val drawn = { tags.firstOrNull { glass.onAllNodesWithTag(it).fetchSemanticsNodes().isNotEmpty() } }
        try {
            glass.waitUntil("one of ${tags.toList()}", PATIENCE_S * 1000) { drawn() != null }
        } catch (_: ComposeTimeoutException) {
            throw StepMissing("I waited $PATIENCE_S seconds for one of ${tags.toList()} on the screen.")
        }
        return drawn() ?: tags.first()
    }

    /** Waits until something with [tag] is drawn. */
    fun awaitTag(tag: String) =
        try {
            glass.waitUntil("$tag on the screen", PATIENCE_S * 1000) {
                glass.onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty()
            }
        } catch (_: ComposeTimeoutException) {
            throw StepMissing("I waited $PATIENCE_S seconds for $tag on the screen.")
        }

    /** Photographs the whole glass when it has come to rest. */
    fun picture(name: String) {
        glass.waitForIdle()
        val image = Image.makeFromBitmap(glass.captureToImage().asSkiaBitmap())
        val png = image.encodeToData(EncodedImageFormat.PNG) ?: throw StepMissing("The picture $name couldn't be made.")
        pictures.keep(name, png.bytes)
    }

    companion object {
        private const val PATIENCE_S = 30L
        private const val HOLD_MS = 2_500L
        private const val DENSITY = 2.75f

        /** Puts [controller]'s app on the glass and does [scene] with it. */
        fun play(
            arguments: Arguments,
            controller: AppController,
            pictures: Pictures,
            scene: Stage.() -> Unit,
        ) {
            val glass =
                SkikoComposeUiTest(
                    width = (PHONE_WIDTH * DENSITY).toInt(),
                    height = (PHONE_HEIGHT * DENSITY).toInt(),
                    testTimeout = Duration.INFINITE,
                    density = Density(DENSITY),
                )
            glass.runTest {
                setContent { Phone(controller, arguments.fontScale) }
                Stage(glass, controller, pictures).scene()
            }
        }
    }
}

/** Where the app is, in words that hold nothing personal. */
internal fun placeOf(state: AppState): String {
    val trouble = state.trouble?.let { " with ${it::class.simpleName}" }.orEmpty()
    return state.phase::class.simpleName + trouble
}
