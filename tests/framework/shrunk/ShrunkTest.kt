package no.bibliotekkortet.shrunk

import android.accessibilityservice.AccessibilityServiceInfo
import android.app.Activity
import android.os.Looper
import android.view.View
import android.view.ViewGroup
import android.view.accessibility.AccessibilityManager
import org.junit.Assert.assertEquals
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import java.io.File
import java.time.Duration

/**
 * The app as R8 leaves it in a release: it starts and draws. Only the names in the manifest are known here; what the screen says is
 * heard as a screen reader hears it.
 */
@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(sdk = [34], qualifiers = "nb-rNO-w412dp-h892dp")
class ShrunkTest {
    private val heard = mutableSetOf<String>()

    @Test
    fun `a release starts, and says that the core's library is missing`() {
        listen()
        val main = Class.forName("no.bibliotekkortet.app.MainActivity").asSubclass(Activity::class.java)
        val activity = Robolectric.buildActivity(main).setup().get()
        val said = listOf("title", "text", "action").map(::words)
        var frames = 0
        while (!heard.containsAll(said) && frames++ < FRAMES) {
            shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(100))
            hear(activity.window.decorView)
        }
        assertEquals(said, said.filter(heard::contains))
    }

    /** Without a service that listens, the screens tell nothing. */
    private fun listen() {
        val reader = AccessibilityServiceInfo().apply { feedbackType = AccessibilityServiceInfo.FEEDBACK_SPOKEN }
        shadowOf(RuntimeEnvironment.getApplication().getSystemService(AccessibilityManager::class.java)).run {
            setEnabled(true)
            setEnabledAccessibilityServiceList(listOf(reader))
        }
    }

    private fun hear(view: View) {
        view.accessibilityNodeProvider?.let { nodes ->
            for (id in 0 until NODES) {
                val node = nodes.createAccessibilityNodeInfo(id) ?: continue
                listOfNotNull(node.text, node.contentDescription).mapTo(heard) { it.toString() }
            }
        }
        if (view is ViewGroup) for (at in 0 until view.childCount) hear(view.getChildAt(at))
    }

    /** What the words of the app say about it. */
    private fun words(key: String): String {
        val lines = File(System.getProperty("card.words")).readLines()
        val line = lines.dropWhile { it != "[errors.NoLibrary]" }.first { it.startsWith("$key = ") }
        return line.substringAfter('"').substringBeforeLast('"')
    }

    private companion object {
        const val FRAMES = 100
        const val NODES = 300
    }
}
