package no.bibliotekkortet.ui.text

import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneId
import java.time.format.DateTimeParseException

/**
 * Dates as people say them: words when near, absolute when far.
 *
 * Written out from our own words: the system's locale data for North Sámi differs between phones, and between them and a JVM.
 */
class Moments(
    private val words: Strings,
    private val now: Instant,
    private val zone: ZoneId,
) {
    private val today = now.atZone(zone).toLocalDate()

    /** "i dag 09:41", "i går 18:20", "12. mars 2026". A day ahead is a date. */
    fun at(moment: Instant): String {
        val local = LocalDateTime.ofInstant(moment, zone)
        return when (local.toLocalDate()) {
            today -> "${words.dateToday} ${time(local)}"
            today.minusDays(1) -> "${words.dateYesterday} ${time(local)}"
            else -> date(local)
        }
    }

    /** "Kontrollert i dag 09:41". A moment ahead of now, from a clock that was wrong, is told as its date. */
    fun checked(moment: Instant): String {
        val local = LocalDateTime.ofInstant(moment, zone)
        val day = local.toLocalDate()
        return when {
            moment > now -> words.freshnessOnDate(date(local))
            Duration.between(moment, now) < JUST_NOW -> words.freshnessJustNow
            day == today -> words.freshnessToday(time(local))
            day == today.minusDays(1) -> words.freshnessYesterday(time(local))
            else -> words.freshnessOnDate(date(local))
        }
    }

    /** When a device was last in contact: "I bruk nå", "Sist i bruk i går 18:20". */
    fun seen(moment: Instant): String =
        if (Duration.between(moment, now) < JUST_NOW) words.devicesSeenNow else words.devicesLastSeen(at(moment))

    /** The day only: "i dag", "i går", "tirsdag" within a week, else the date. For what has lasted since. */
    fun since(moment: Instant): String {
        val day = moment.atZone(zone).toLocalDate()
        return when {
            day == today -> words.dateToday
            day == today.minusDays(1) -> words.dateYesterday
            day < today && day > today.minusDays(DAYS_OF_WEEK) -> words.dateWeekdays[day.dayOfWeek.value - 1]
            else -> long(day)
        }
    }

    /** The date, however near. */
    fun date(moment: Instant): String = long(moment.atZone(zone).toLocalDate())

    /** Today's date. */
    fun today(): String = long(today)

    /** A day that the core gives as `YYYY-MM-DD`; without a year when it is this one's. What is no day stays as it came. */
    fun day(iso: String): String {
        val day = dayOrNull(iso) ?: return iso
        return if (day.year == today.year) words.dateShort("${day.dayOfMonth}", words.dateMonths[day.monthValue - 1]) else long(day)
    }

    /** The same with its year. */
    fun full(iso: String): String = dayOrNull(iso)?.let(::long) ?: iso

    /** How old somebody is on that birthday of theirs who is [age] years today; null when it is no day. */
    fun ageOn(
        iso: String,
        age: Int,
    ): Int? {
        val day = dayOrNull(iso)?.takeIf { it > today } ?: return null
        val next = day.withYear(today.year).let { if (it > today) it else it.plusYears(1) }
        return age + 1 + day.year - next.year
    }

    /** That day has come. */
    fun isCome(iso: String): Boolean = dayOrNull(iso)?.let { it <= today } ?: true

    /** That moment is behind. */
    fun isPast(moment: Instant): Boolean = moment < now

    /** A minute or two ago at most. */
    fun isJustNow(moment: Instant): Boolean = Duration.between(moment, now) < JUST_NOW

    private fun dayOrNull(iso: String): LocalDate? =
        try {
            LocalDate.parse(iso)
        } catch (_: DateTimeParseException) {
            null
        }

    private fun time(at: LocalDateTime) = words.dateTime(twoDigits(at.hour), twoDigits(at.minute))

    private fun date(at: LocalDateTime) = long(at.toLocalDate())

    private fun long(day: LocalDate) = words.dateLong("${day.dayOfMonth}", words.dateMonths[day.monthValue - 1], "${day.year}")

    private fun twoDigits(value: Int) = "$value".padStart(2, '0')

    private companion object {
        val JUST_NOW: Duration = Duration.ofMinutes(2)
        const val DAYS_OF_WEEK = 7L
    }
}
