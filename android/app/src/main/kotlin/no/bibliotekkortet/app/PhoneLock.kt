package no.bibliotekkortet.app

import android.app.KeyguardManager
import android.content.Intent
import android.hardware.biometrics.BiometricManager.Authenticators
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.activity.ComponentActivity
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.contract.ActivityResultContracts.StartActivityForResult
import androidx.annotation.RequiresApi
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import no.bibliotekkortet.ui.shell.DeviceLock
import no.bibliotekkortet.ui.shell.Recognition
import no.bibliotekkortet.ui.text.strings

/**
 * The phone's own lock: face, finger or code. The system asks in a window of its own and tells only who answered, so it needs an
 * activity to stand over; without one in front there is nobody to ask.
 */
class PhoneLock : DeviceLock {
    private var front: ComponentActivity? = null
    private var codeWindow: ActivityResultLauncher<Intent>? = null
    private var waiting: CompletableDeferred<Recognition>? = null

    /** [activity] is made. Registers what an activity must have registered before it starts. */
    fun attach(activity: ComponentActivity) {
        front = activity
        codeWindow =
            activity.registerForActivityResult(StartActivityForResult()) { answer(it.resultCode == android.app.Activity.RESULT_OK) }
    }

    /** [activity] is gone, unless a newer one took its place. */
    fun detach(activity: ComponentActivity) {
        if (front === activity) {
            front = null
            codeWindow = null
        }
    }

    override suspend fun recognise(language: String): Recognition =
        withContext(Dispatchers.Main) {
            val activity = front ?: return@withContext Recognition.REFUSED
            val keyguard = activity.getSystemService(KeyguardManager::class.java)
            if (keyguard == null || !keyguard.isDeviceSecure) return@withContext Recognition.NOT_SET_UP
            val answer = CompletableDeferred<Recognition>()
            waiting = answer
            val title = strings(language).lockPrompt
            if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.Q) activity.prompt(title) else codeWindow?.launch(keyguard.codeIntent(title))
            answer.await()
        }

    private fun answer(recognised: Boolean) {
        waiting?.complete(if (recognised) Recognition.RECOGNISED else Recognition.REFUSED)
        waiting = null
    }

    @RequiresApi(Build.VERSION_CODES.Q)
    private fun ComponentActivity.prompt(title: String) =
        BiometricPrompt
            .Builder(this)
            .setTitle(title)
            .setConfirmationRequired(false)
            .codeToo()
            .build()
            .authenticate(CancellationSignal(), mainExecutor, Answer())

    /** Before Android 10 the prompt knows no code; the system's window for it knows the finger as well. */
    @Suppress("DEPRECATION")
    private fun KeyguardManager.codeIntent(title: String) = createConfirmDeviceCredentialIntent(title, null)

    @RequiresApi(Build.VERSION_CODES.Q)
    private inner class Answer : BiometricPrompt.AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) = answer(true)

        override fun onAuthenticationError(
            code: Int,
            words: CharSequence,
        ) = answer(false)
    }
}

@RequiresApi(Build.VERSION_CODES.Q)
private fun BiometricPrompt.Builder.codeToo() =
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
        setAllowedAuthenticators(Authenticators.BIOMETRIC_WEAK or Authenticators.DEVICE_CREDENTIAL)
    } else {
        @Suppress("DEPRECATION")
        setDeviceCredentialAllowed(true)
    }
