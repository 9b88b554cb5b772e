package no.bibliotekkortet.app

import android.app.UiModeManager
import android.content.Context
import android.os.Build
import android.provider.Settings

/** From here on the system's slider means more than a shade: 0 is the usual, 0.5 medium, 1 high. */
private const val MEDIUM = 0.5f

/** The person asked the system for more contrast (Android 14 and later). */
fun Context.wantsContrast(): Boolean =
    Build.VERSION.SDK_INT >= Build.VERSION_CODES.UPSIDE_DOWN_CAKE &&
        (getSystemService(UiModeManager::class.java)?.contrast ?: 0f) >= MEDIUM

/** The person switched the system's animations off. */
fun Context.wantsStillness(): Boolean = Settings.Global.getFloat(contentResolver, Settings.Global.ANIMATOR_DURATION_SCALE, 1f) == 0f
