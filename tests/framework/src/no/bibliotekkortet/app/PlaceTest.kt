package no.bibliotekkortet.app

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.app.Activity
import android.content.pm.PackageManager.PERMISSION_DENIED
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.location.Location
import android.location.LocationManager
import android.os.SystemClock
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.lifecycle.Lifecycle
import androidx.test.core.app.ActivityScenario
import androidx.test.core.app.ApplicationProvider
import androidx.test.ext.junit.runners.AndroidJUnit4
import no.bibliotekkortet.core.fillIn
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.text.strings
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNull
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowActivity

/** The nearest libraries: where the phone is, is asked for when the person wants it, roughly, and it may stay unknown. */
@RunWith(AndroidJUnit4::class)
@Config(sdk = [34], application = TestApplication::class, qualifiers = "nb-rNO-w412dp-h892dp")
class PlaceTest {
    @get:Rule
    val screen = createEmptyComposeRule()

    private val app: TestApplication get() = ApplicationProvider.getApplicationContext()
    private val controller get() = (app.start as Start.Running).controller
    private val shell get() = controller.screen.value.shell
    private val nearest get() = shell.found?.let { it.libraries.firstOrNull() }
    private val phone get() = shadowOf(app.getSystemService(LocationManager::class.java))

    @Test
    fun `the nearest come first, once the person has allowed it`() {
        phone.setProviderEnabled(LocationManager.FUSED_PROVIDER, true)
        phone.simulateLocation(bodo())
        launch().use { activity ->
            activity.find()
            assertNull(activity.asked())
            screen.onNodeWithTag(Tags.NEAR_ME).performClick()
            activity.answer(PERMISSION_GRANTED)
            eventually { nearest?.metres != null }
            assertEquals("Bodø bibliotek", nearest?.library?.name)
            activity.onActivity { controller.signOut(browserToo = false) }
            screen.await(Tags.DOOR_IDPORTEN)
            activity.find()
            eventually { nearest != null }
            assertNull(nearest?.metres)
        }
    }

    @Test
    fun `whoever says no is told to search for a place`() {
        launch().use { activity ->
            activity.find()
            screen.onNodeWithTag(Tags.NEAR_ME).performClick()
            activity.answer(PERMISSION_DENIED)
            screen.awaitText(strings("nb").findNearFailed)
        }
    }

    @Test
    fun `so is whoever has a phone that doesn't know`() {
        launch().use { activity ->
            activity.find()
            shadowOf(app).grantPermissions(ACCESS_COARSE_LOCATION)
            PROVIDERS.forEach { phone.setProviderEnabled(it, false) }
            screen.onNodeWithTag(Tags.NEAR_ME).performClick()
            screen.awaitText(strings("nb").findNearFailed)
        }
    }

    @Test
    fun `whoever leaves while the system asks is not waited for`() {
        launch().use { activity ->
            activity.find()
            controller.locate()
            eventually { activity.asked() != null }
            activity.onActivity { it.finish() }
            activity.moveToState(Lifecycle.State.DESTROYED)
            screen.waitUntil(PATIENCE_MS) { shell.lost && !shell.locating }
        }
    }

    private fun ActivityScenario<MainActivity>.find() {
        receives(fillIn(screen.handOver(), "kari"))
        screen.await(Tags.BARCODE)
        controller.open(Opened.FIND)
        screen.await(Tags.NEAR_ME)
    }

    private fun ActivityScenario<MainActivity>.asked(): ShadowActivity.PermissionsRequest? {
        var request: ShadowActivity.PermissionsRequest? = null
        onActivity { request = shadowOf(it as Activity).lastRequestedPermission }
        return request
    }

    /** What the person says in the system's window. The system calls what apps no longer override. */
    @Suppress("DEPRECATION")
    private fun ActivityScenario<MainActivity>.answer(said: Int) {
        eventually { asked() != null }
        val request = checkNotNull(asked())
        assertEquals(listOf(ACCESS_COARSE_LOCATION), request.requestedPermissions.toList())
        if (said == PERMISSION_GRANTED) shadowOf(app).grantPermissions(ACCESS_COARSE_LOCATION)
        onActivity { it.onRequestPermissionsResult(request.requestCode, request.requestedPermissions, intArrayOf(said)) }
    }

    /** The main thread's work is done in between: the system's answers come there. */
    private fun eventually(condition: () -> Boolean) =
        screen.waitUntil(PATIENCE_MS) {
            screen.waitForIdle()
            condition()
        }

    private fun bodo() =
        Location(LocationManager.FUSED_PROVIDER).apply {
            latitude = 67.283
            longitude = 14.376
            accuracy = 2000f
            time = System.currentTimeMillis()
            elapsedRealtimeNanos = SystemClock.elapsedRealtimeNanos()
        }

    private companion object {
        val PROVIDERS = listOf(LocationManager.FUSED_PROVIDER, LocationManager.NETWORK_PROVIDER)
    }
}
