package no.bibliotekkortet.ui.text

import androidx.compose.runtime.staticCompositionLocalOf

/** The words of the chosen language. */
val LocalStrings = staticCompositionLocalOf<Strings> { En }

/** A number as a voice should read it: sign by sign. */
fun digitByDigit(number: String): String = number.toList().joinToString(" ")
