package no.bibliotekkortet.ui.text

import java.time.DateTimeException
import java.time.LocalDate

/** A day as people type it, `30.6.2027`, as `YYYY-MM-DD`; what is no day stays as it came. Null when nothing was typed. */
fun isoDay(typed: String): String? {
    val text = typed.trim().ifEmpty { return null }
    val parts = text.split('.', '/', '-', ' ').filter(String::isNotEmpty).map { it.toIntOrNull() ?: return text }
    if (parts.size != PARTS) return text
    return try {
        val (day, month, year) = if (parts[0] > YEAR) parts.reversed() else parts
        LocalDate.of(year, month, day).toString()
    } catch (_: DateTimeException) {
        text
    }
}

/** A day that the core gives as `YYYY-MM-DD`, as people type it: `30.06.2027`. */
fun typedDay(iso: String): String =
    iso
        .split('-')
        .takeIf { it.size == PARTS }
        ?.reversed()
        ?.joinToString(".") ?: iso

private const val PARTS = 3
private const val YEAR = 31
