package no.bibliotekkortet.app

import android.content.Intent
import android.net.Uri
import android.view.WindowManager.LayoutParams
import androidx.compose.ui.test.junit4.ComposeTestRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import androidx.test.platform.app.InstrumentationRegistry
import no.bibliotekkortet.ui.Tags
import org.robolectric.Shadows.shadowOf

/** What every test of this suite does with the activity and its screen. Each wait ends by itself; only a failing test waits long. */
const val PATIENCE_MS = 30_000L

private val app: TestApplication get() = ApplicationProvider.getApplicationContext()

fun launch(): ActivityScenario<MainActivity> = ActivityScenario.launch(MainActivity::class.java)

fun link(address: String): Intent = Intent(Intent.ACTION_VIEW, Uri.parse(address)).setClass(app, MainActivity::class.java)

fun ActivityScenario<MainActivity>.receives(address: String) =
    onActivity { InstrumentationRegistry.getInstrumentation().callActivityOnNewIntent(it, link(address)) }

fun ComposeTestRule.await(tag: String) =
    waitUntil(PATIENCE_MS) { onAllNodesWithTag(tag, useUnmergedTree = true).fetchSemanticsNodes().isNotEmpty() }

fun ComposeTestRule.awaitGone(tag: String) =
    waitUntil(PATIENCE_MS) { onAllNodesWithTag(tag, useUnmergedTree = true).fetchSemanticsNodes().isEmpty() }

fun ComposeTestRule.awaitText(text: String) = waitUntil(PATIENCE_MS) { onAllNodesWithText(text).fetchSemanticsNodes().isNotEmpty() }

/** Begins a sign-in and gives the address that the system's browser was asked for. */
fun ComposeTestRule.handOver(): String {
    await(Tags.DOOR_IDPORTEN)
    onNodeWithTag(Tags.DOOR_IDPORTEN).performScrollTo().performClick()
    await(Tags.OPEN_BROWSER_AGAIN)
    var asked: Intent? = null
    waitUntil(PATIENCE_MS) { shadowOf(app).nextStartedActivity.also { asked = it }?.action == Intent.ACTION_VIEW }
    return checkNotNull(asked?.dataString)
}

fun ComposeTestRule.attributes(activity: ActivityScenario<MainActivity>): LayoutParams {
    val found = LayoutParams()
    waitForIdle()
    activity.onActivity { found.copyFrom(it.window.attributes) }
    return found
}

/** Whether screenshots are refused. */
fun ComposeTestRule.secure(activity: ActivityScenario<MainActivity>) = attributes(activity).flags and LayoutParams.FLAG_SECURE != 0
