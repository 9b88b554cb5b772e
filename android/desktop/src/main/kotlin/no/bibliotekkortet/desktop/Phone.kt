package no.bibliotekkortet.desktop

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Density
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.theme.LocalAppFont

/** What is on the phone's glass, in the window and in the headless journey alike. */
@Composable
fun Phone(
    controller: AppController,
    fontScale: Float,
) {
    val screen by controller.screen.collectAsState()
    val density = Density(LocalDensity.current.density, fontScale)
    CompositionLocalProvider(LocalDensity provides density, LocalAppFont provides appFont) {
        BibliotekkortetApp(screen.state, screen.shell, controller)
        (controller.deviceLock as? StandInLock)?.Window(screen.shell.language, screen.shell.dark)
    }
}

/** Width of a common phone, dp. */
const val PHONE_WIDTH = 412

/** Height of a common phone, dp. */
const val PHONE_HEIGHT = 892
