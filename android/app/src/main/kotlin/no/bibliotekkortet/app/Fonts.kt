package no.bibliotekkortet.app

import androidx.compose.ui.text.font.Font
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight

/** The bundled typeface; the build copies it from shared-assets. */
val inter =
    FontFamily(
        Font(R.font.inter_regular, FontWeight.W400),
        Font(R.font.inter_medium, FontWeight.W500),
        Font(R.font.inter_semibold, FontWeight.W600),
        Font(R.font.inter_bold, FontWeight.W700),
    )
