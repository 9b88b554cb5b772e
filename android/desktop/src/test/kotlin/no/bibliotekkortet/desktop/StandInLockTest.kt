package no.bibliotekkortet.desktop

import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.runComposeUiTest
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.shell.Recognition
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

class StandInLockTest {
    @Test
    fun `the window asks, and passes the answer on`() =
        runComposeUiTest {
            val lock = StandInLock()
            setContent { lock.Window("nb", dark = false) }
            for ((tag, expected) in listOf(
                Tags.DEVICE_LOCK_CANCEL to Recognition.REFUSED,
                Tags.DEVICE_LOCK_CONFIRM to Recognition.RECOGNISED,
            )) {
                val answer = CoroutineScope(Dispatchers.Default).async { lock.recognise("nb") }
                waitUntil { onAllNodesWithTag(tag).fetchSemanticsNodes().isNotEmpty() }
                onNodeWithTag(tag).performClick()
                assertEquals(expected, runBlocking { answer.await() })
                waitUntil { onAllNodesWithTag(Tags.DEVICE_LOCK).fetchSemanticsNodes().isEmpty() }
            }
        }
}
