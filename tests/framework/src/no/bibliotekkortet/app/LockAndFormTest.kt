package no.bibliotekkortet.app

import android.os.Bundle
import android.os.Parcel
import android.view.HapticFeedbackConstants
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onAllNodesWithTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performTextInput
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import androidx.test.platform.app.InstrumentationRegistry
import kotlinx.coroutines.runBlocking
import no.bibliotekkortet.core.fillIn
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.shell.DeviceLock
import no.bibliotekkortet.ui.shell.Recognition
import no.bibliotekkortet.ui.text.strings
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

/** The phone's lock, and what is typed: kept over a rotation, written nowhere, photographed by nobody. */
@RunWith(AndroidJUnit4::class)
@Config(sdk = [34], application = TestApplication::class, qualifiers = "nb-rNO-w412dp-h892dp")
class LockAndFormTest {
    @get:Rule
    val screen = createEmptyComposeRule()

    private val app: TestApplication get() = ApplicationProvider.getApplicationContext()
    private val controller get() = (app.start as Start.Running).controller

    @Test
    fun `the number stays over a rotation, and no saved state holds what was typed`() {
        launch().use { activity ->
            screen.await(Tags.DOOR_IDPORTEN)
            controller.open(Opened.CARD_FORM)
            screen.await(Tags.CARD_FORM)
            screen.onNodeWithTag(Tags.NUMBER_FIELD).performTextInput("N012345678")
            screen.onNodeWithTag(Tags.KIND_PASSWORD).performScrollTo().performClick()
            screen.onNodeWithTag(Tags.SECRET_FIELD).performTextInput("tiriltoveskogskatt")
            assertTrue(screen.secure(activity))
            val saved = Bundle()
            activity.onActivity { InstrumentationRegistry.getInstrumentation().callActivityOnSaveInstanceState(it, saved) }
            val written = Parcel.obtain().apply { writeBundle(saved) }.marshall()
            for (word in listOf("N012345678", "tiriltoveskogskatt")) {
                assertFalse(String(written, Charsets.UTF_16LE).contains(word) || String(written).contains(word))
            }
            activity.recreate()
            screen.await(Tags.NUMBER_FIELD)
            screen.onNodeWithTag(Tags.NUMBER_FIELD).assertTextContains("N012345678")
        }
    }

    @Test
    fun `whoever leaves the form leaves nothing in it`() {
        launch().use {
            screen.await(Tags.DOOR_IDPORTEN)
            controller.open(Opened.CARD_FORM)
            screen.await(Tags.NUMBER_FIELD)
            screen.onNodeWithTag(Tags.NUMBER_FIELD).performTextInput("N012345678")
            screen.onNodeWithTag(Tags.BACK).performClick()
            screen.await(Tags.DOOR_IDPORTEN)
            assertEquals("", controller.screen.value.shell.form.number)
        }
    }

    @Test
    fun `a phone without a lock says how to get one, and the card stays open`() {
        launch().use { activity ->
            activity.signIn()
            screen.onNodeWithTag(Tags.TAB_ME).performClick()
            screen.await(Tags.LOCK_CARD)
            screen.onNodeWithTag(Tags.LOCK_CARD).performScrollTo().performClick()
            screen.awaitText(strings("nb").error("NoDeviceLock")?.title.orEmpty())
            assertFalse(controller.screen.value.state.lockCard)
        }
    }

    @Test
    fun `a locked card asks by itself, and shows when the phone knows its owner`() {
        var answer = Recognition.RECOGNISED
        app.lock = DeviceLock { answer }
        launch().use { activity ->
            activity.signIn()
            runBlocking { controller.lockCard(true) }
            screen.waitUntil(PATIENCE_MS) { controller.screen.value.state.lockCard }
            assertTrue(screen.secure(activity))
        }
        app.die()
        answer = Recognition.REFUSED
        launch().use {
            screen.await(Tags.LOCKED)
            answer = Recognition.RECOGNISED
            screen.onNodeWithTag(Tags.UNLOCK).performScrollTo().performClick()
            screen.await(Tags.BARCODE)
        }
        app.die()
        launch().use { screen.await(Tags.BARCODE) }
    }

    @Test
    fun `the hand is told that one is in`() {
        launch().use { activity ->
            activity.signIn()
            screen.waitForIdle()
            activity.onActivity {
                assertEquals(HapticFeedbackConstants.CONFIRM, shadowOf(it.window.decorView).lastHapticFeedbackPerformed())
            }
        }
    }

    @Test
    fun `coming back from the provider's sign-out is no news`() {
        for (address in listOf("https://app.bibliotekkortet.no/utlogget?state=1", "no.bibliotekkortet.app:/utlogget")) {
            ActivityScenario.launch<MainActivity>(link(address)).use {
                screen.await(Tags.DOOR_IDPORTEN)
                screen.waitForIdle()
                assertTrue(screen.onAllNodesWithTag(Tags.TROUBLE).fetchSemanticsNodes().isEmpty())
            }
        }
    }

    @Test
    fun `the provider is ID-porten itself, so there is one door`() {
        launch().use {
            screen.await(Tags.DOOR_IDPORTEN)
            screen.onNodeWithTag(Tags.DOOR_IDPORTEN).assert(hasText(strings("nb").signInIdPorten))
            assertTrue(screen.onAllNodesWithTag(Tags.DOOR_FEIDE).fetchSemanticsNodes().isEmpty())
        }
    }

    private fun ActivityScenario<MainActivity>.signIn() {
        receives(fillIn(screen.handOver(), "kari"))
        screen.await(Tags.BARCODE)
    }
}
