package no.bibliotekkortet.app

import android.Manifest.permission.ACCESS_COARSE_LOCATION
import android.annotation.SuppressLint
import android.content.pm.PackageManager.PERMISSION_GRANTED
import android.location.Location
import android.location.LocationManager
import android.os.Build
import android.os.CancellationSignal
import androidx.activity.ComponentActivity
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContracts.RequestPermission
import androidx.core.content.ContextCompat
import androidx.core.location.LocationManagerCompat
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import no.bibliotekkortet.core.Position
import no.bibliotekkortet.ui.shell.Locator
import kotlin.coroutines.resume
import kotlin.math.roundToInt

/**
 * Where the phone is, to within a few kilometres: the least that Android gives, and enough to put the nearest libraries first. The
 * person is asked when they tap, by a window that needs an activity to stand over. The place goes to the core's search on this phone
 * and nowhere else.
 */
class PhonePlace : Locator {
    private var front: ComponentActivity? = null
    private var question: ActivityResultLauncher<String>? = null
    private var waiting: CompletableDeferred<Boolean>? = null

    /** [activity] is made. Registers what an activity must have registered before it starts. */
    fun attach(activity: ComponentActivity) {
        front = activity
        question = activity.registerForActivityResult(RequestPermission(), ::answer)
    }

    /** [activity] is gone, unless a newer one took its place. One that comes again (it was turned) still gets its answer. */
    fun detach(activity: ComponentActivity) {
        if (front !== activity) return
        front = null
        question = null
        if (activity.isFinishing) answer(false)
    }

    private fun answer(allowed: Boolean) {
        waiting?.complete(allowed)
        waiting = null
    }

    override suspend fun locate(): Position? =
        withContext(Dispatchers.Main) {
            val activity = front ?: return@withContext null
            val manager = activity.getSystemService(LocationManager::class.java) ?: return@withContext null
            if (!allowed(activity)) return@withContext null
            withTimeoutOrNull(PATIENCE_MS) { manager.place(activity) }?.run { Position(millionths(latitude), millionths(longitude)) }
        }

    private suspend fun allowed(activity: ComponentActivity): Boolean {
        if (activity.checkSelfPermission(ACCESS_COARSE_LOCATION) == PERMISSION_GRANTED) return true
        val question = question ?: return false
        val answer = waiting ?: CompletableDeferred<Boolean>().also { waiting = it }
        question.launch(ACCESS_COARSE_LOCATION)
        return answer.await()
    }

    private companion object {
        /** A place that takes longer than this helps nobody who stands and waits; they can type one. */
        const val PATIENCE_MS = 15_000L
    }
}

/** A fix that is fresh already, else a new one; null when nothing on the phone gives any. */
@SuppressLint("MissingPermission")
private suspend fun LocationManager.place(activity: ComponentActivity): Location? {
    val provider = ROUGH.firstOrNull { it in getProviders(true) } ?: return null
    return suspendCancellableCoroutine { waiting ->
        val stop = CancellationSignal()
        waiting.invokeOnCancellation { stop.cancel() }
        LocationManagerCompat.getCurrentLocation(this, provider, stop, ContextCompat.getMainExecutor(activity)) { waiting.resume(it) }
    }
}

/** Providers that may be asked without the permission for the exact place, the best first. */
private val ROUGH =
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.S) {
        listOf(LocationManager.FUSED_PROVIDER, LocationManager.NETWORK_PROVIDER)
    } else {
        listOf(LocationManager.NETWORK_PROVIDER)
    }

private fun millionths(degrees: Double) = (degrees * 1e6).roundToInt()
