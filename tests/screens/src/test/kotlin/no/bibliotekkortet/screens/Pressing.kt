package no.bibliotekkortet.screens

import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.runDesktopComposeUiTest
import no.bibliotekkortet.previews.Catalogue
import org.junit.jupiter.api.Assertions.assertEquals

/** What each thing on a page asks of the shell. */
@OptIn(ExperimentalTestApi::class)
abstract class Pressing {
    protected val asked = Recorder()

    /** Does [scene] with a state of the catalogue, on a screen so tall that nothing has to be scrolled to. */
    protected fun on(
        state: String,
        scene: ComposeUiTest.() -> Unit,
    ) = runDesktopComposeUiTest(412, TALL) {
        setContent { Stage(Catalogue.all.single { it.name == state }, actions = asked) }
        waitForIdle()
        scene()
    }

    protected fun ComposeUiTest.press(vararg tags: String) =
        tags.forEach {
            onNodeWithTag(it).performClick()
            waitForIdle()
        }

    protected fun ComposeUiTest.type(
        tag: String,
        words: String,
    ) {
        onNodeWithTag(tag).performTextInput(words)
        waitForIdle()
    }

    protected fun ComposeUiTest.text(tag: String): String =
        onNodeWithTag(tag)
            .fetchSemanticsNode()
            .config
            .getOrNull(SemanticsProperties.EditableText)
            ?.text
            .orEmpty()

    protected fun said(vararg words: String) = assertEquals(words.toList(), asked.asked)

    private companion object {
        const val TALL = 4000
    }
}
