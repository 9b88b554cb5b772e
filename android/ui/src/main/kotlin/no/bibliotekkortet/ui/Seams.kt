package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf

/** What the system's back does while enabled. Android gives its BackHandler here; a desktop has Escape, which the screens hear themselves. */
typealias BackHandling = @Composable (enabled: Boolean, onBack: () -> Unit) -> Unit

/** How this shell hears "back". */
val LocalBackHandling = staticCompositionLocalOf<BackHandling> { { _, _ -> } }

/** Runs while the reader shows: a phone raises its brightness here and gives it back. A desktop has none. */
val LocalWhileReading = staticCompositionLocalOf<@Composable () -> Unit> { {} }

/** Moves the phone in the hand that holds it. A desktop can't. */
val LocalFeel = staticCompositionLocalOf<(Felt) -> Unit> { {} }
