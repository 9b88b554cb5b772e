package no.bibliotekkortet.app

import android.view.View
import android.view.Window
import android.view.WindowManager.LayoutParams
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.core.view.HapticFeedbackConstantsCompat
import androidx.core.view.ViewCompat
import no.bibliotekkortet.ui.Felt

/** Full brightness for this window while it is composed; afterwards what was there before. */
@Composable
fun FullBrightness(window: Window) =
    DisposableEffect(window) {
        val before = window.attributes.screenBrightness
        window.brightness(LayoutParams.BRIGHTNESS_OVERRIDE_FULL)
        onDispose { window.brightness(before) }
    }

/** As strongly as the phone's own touches, and not at all where the person has turned those off. */
fun View.feel(felt: Felt) {
    val kind =
        when (felt) {
            Felt.DONE -> HapticFeedbackConstantsCompat.CONFIRM
            Felt.REFUSED -> HapticFeedbackConstantsCompat.REJECT
        }
    ViewCompat.performHapticFeedback(this, kind)
}

private fun Window.brightness(value: Float) {
    attributes = LayoutParams().apply { copyFrom(attributes) }.apply { screenBrightness = value }
}
