package no.bibliotekkortet.desktop

import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font

/** The bundled typeface, so that the app looks the same on a machine with any fonts or none. */
val appFont =
    FontFamily(
        Font("fonts/Inter-Regular.otf", FontWeight.Normal),
        Font("fonts/Inter-Medium.otf", FontWeight.Medium),
        Font("fonts/Inter-SemiBold.otf", FontWeight.SemiBold),
        Font("fonts/Inter-Bold.otf", FontWeight.Bold),
    )
