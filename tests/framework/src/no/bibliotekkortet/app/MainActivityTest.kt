package no.bibliotekkortet.app

import android.content.Intent
import android.os.Bundle
import android.view.WindowManager.LayoutParams
import androidx.compose.ui.test.assert
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollTo
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import androidx.test.platform.app.InstrumentationRegistry
import no.bibliotekkortet.core.fillIn
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.languages
import no.bibliotekkortet.ui.text.strings
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(AndroidJUnit4::class)
@Config(sdk = [34], application = TestApplication::class, qualifiers = "nb-rNO-w412dp-h892dp")
class MainActivityTest {
    @get:Rule
    val screen = createEmptyComposeRule()

    private val app: TestApplication get() = ApplicationProvider.getApplicationContext()

    @Test
    fun `from sign-in to card, made anew at each step`() {
        launch().use { activity ->
            screen.await(Tags.DOOR_IDPORTEN)
            activity.recreate()
            val url = screen.handOver()
            assertTrue(screen.secure(activity))
            activity.recreate()
            screen.await(Tags.OPEN_BROWSER_AGAIN)
            assertTrue(screen.secure(activity))
            activity.receives(fillIn(url, "kari"))
            screen.await(Tags.BARCODE)
            assertEquals(false, screen.secure(activity))
            activity.recreate()
            screen.await(Tags.BARCODE)
            screen
                .onNodeWithTag(
                    Tags.CARD_NUMBER,
                    useUnmergedTree = true,
                ).assert(hasContentDescription("N 0 1 2 3 4 5 6 7 8", substring = true))
        }
    }

    @Test
    fun `killed in the browser, the redirect starts the app and ends the sign-in`() {
        val url = launch().use { screen.handOver() }
        app.die()
        ActivityScenario.launch<MainActivity>(link(fillIn(url, "kari"))).use { screen.await(Tags.BARCODE) }
        app.die()
        launch().use { screen.await(Tags.BARCODE) }
    }

    @Test
    fun `the reader is bright and gives it back`() {
        launch().use { activity ->
            activity.receives(fillIn(screen.handOver(), "kari"))
            screen.await(Tags.BARCODE)
            val before = screen.attributes(activity).screenBrightness
            screen.onNodeWithTag(Tags.CARD_FACE).performClick()
            screen.await(Tags.READER)
            screen.waitUntil(PATIENCE_MS) { screen.attributes(activity).screenBrightness == LayoutParams.BRIGHTNESS_OVERRIDE_FULL }
            screen.onNodeWithTag(Tags.READER_CLOSE).performClick()
            screen.waitUntil(PATIENCE_MS) { screen.attributes(activity).screenBrightness == before }
        }
    }

    @Test
    fun `every language by day and night, with small and large text`() {
        for (language in languages.map { it.code }) {
            for (night in listOf("notnight", "night")) {
                RuntimeEnvironment.setQualifiers("+$language-$night")
                RuntimeEnvironment.setFontScale(if (night == "night") 2f else 1f)
                launch().use {
                    screen.await(Tags.DOOR_IDPORTEN)
                    val words = strings(language)
                    screen
                        .onNodeWithTag(Tags.DOOR_IDPORTEN)
                        .performScrollTo()
                        .assertIsDisplayed()
                        .assert(hasText(words.signInIdPorten))
                }
            }
        }
    }

    @Test
    fun `a language chosen in the app stays`() {
        launch().use { activity ->
            screen.await(Tags.DOOR_IDPORTEN)
            screen.onNodeWithTag(Tags.language("se")).performScrollTo().performClick()
            screen.awaitText(strings("se").signInIdPorten)
            activity.recreate()
            screen.awaitText(strings("se").signInIdPorten)
        }
    }

    @Test
    fun `links that aren't ours are put away in words`() {
        val strange =
            listOf(
                "https://app.bibliotekkortet.no/annet",
                "https://app.bibliotekkortet.no.example/innlogget?code=1",
                "no.bibliotekkortet.app://innlogget?code=1",
                "no.another.app:/innlogget?code=1",
                "no.bibliotekkortet.app:%",
            )
        for (address in strange) {
            ActivityScenario.launch<MainActivity>(link(address)).use { activity ->
                screen.awaitText(strings("nb").error("BadLink")?.title.orEmpty())
                screen.onNodeWithTag(Tags.TROUBLE_ACTION).performScrollTo().performClick()
                screen.awaitGone(Tags.TROUBLE)
                activity.recreate()
                screen.await(Tags.DOOR_IDPORTEN)
            }
        }
    }

    @Test
    fun `a redirect that nobody waits for is refused in words`() {
        ActivityScenario
            .launch<MainActivity>(
                link("https://app.bibliotekkortet.no/innlogget?code=1&state=2"),
            ).use { screen.await(Tags.TROUBLE) }
    }

    @Test
    fun `extras of any type are not read`() {
        val intent = Intent(app, MainActivity::class.java).putExtra("url", 7).putExtra("state", arrayOf(1f)).putExtra("bundle", Bundle())
        ActivityScenario.launch<MainActivity>(intent).use { activity ->
            screen.await(Tags.DOOR_IDPORTEN)
            activity.onActivity { InstrumentationRegistry.getInstrumentation().callActivityOnNewIntent(it, Intent(Intent.ACTION_VIEW)) }
            screen.await(Tags.DOOR_IDPORTEN)
        }
    }

    @Test
    fun `a newer app's saved state is left alone, our own is not`() {
        assertNull(SavedState.readable(Bundle().apply { putInt("no.bibliotekkortet.app.state", 2) }))
        assertNull(SavedState.readable(Bundle().apply { putString("no.bibliotekkortet.app.state", "1") }))
        assertNull(SavedState.readable(Bundle()))
        val own = Bundle().also(SavedState::sign)
        assertEquals(own, SavedState.readable(own))
    }

    @Test
    fun `without the native library there are words, and a way out`() {
        app.loseLibrary()
        launch().use { activity ->
            screen.awaitText(strings("nb").error("NoLibrary")?.title.orEmpty())
            activity.recreate()
            screen.await(Tags.TROUBLE_ACTION)
            screen.onNodeWithTag(Tags.TROUBLE_ACTION).performScrollTo().performClick()
            activity.onActivity { assertTrue(it.isFinishing) }
        }
    }
}
