package no.bibliotekkortet.app

import android.view.Window
import android.view.WindowManager.LayoutParams
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect

/** Full brightness for this window while it is composed; afterwards what was there before. */
@Composable
fun FullBrightness(window: Window) =
    DisposableEffect(window) {
        val before = window.attributes.screenBrightness
        window.brightness(LayoutParams.BRIGHTNESS_OVERRIDE_FULL)
        onDispose { window.brightness(before) }
    }

private fun Window.brightness(value: Float) {
    attributes = LayoutParams().apply { copyFrom(attributes) }.apply { screenBrightness = value }
}
