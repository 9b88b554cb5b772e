package no.bibliotekkortet.ui

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.ui.text.isoDay

/**
 * What is typed about a person: how they are reached, and their secrets. In memory only, as [SignInForm], and it says nothing of
 * itself when printed.
 *
 * A field that nobody touched is null, and shows what the service knows.
 */
@Stable
class PeopleForm(
    email: String? = null,
    code: String = "",
    phone: String? = null,
    channel: Channel? = null,
    pin: String = "",
    password: String = "",
    lines: List<String>? = null,
    until: String? = null,
    language: String? = null,
) {
    /** E-mail address. */
    var email by mutableStateOf(email)

    /** The code that came there. */
    var code by mutableStateOf(code)

    /** Telephone number. */
    var phone by mutableStateOf(phone)

    /** How the person would rather be reached. */
    var channel by mutableStateOf(channel)

    /** In which language. */
    var language by mutableStateOf(language)

    /** PIN. */
    var pin by mutableStateOf(pin)

    /** Password. */
    var password by mutableStateOf(password)

    /** Where the person lives for a while, line by line. */
    var lines by mutableStateOf(lines)

    /** Last day of that, as typed. */
    var until by mutableStateOf(until)

    /** Phone, channel and language as typed, over what is [known]. */
    fun reach(known: ContactDetails): ContactDetails =
        known.copy(phone = phone ?: known.phone, channel = channel ?: known.channel, language = language ?: known.language)

    /** The temporary address as typed, over what is [known]. */
    fun address(known: ContactDetails): ContactDetails =
        known.copy(
            addressLines = (lines ?: known.addressLines).map(String::trim).filter(String::isNotEmpty),
            addressUntil = until?.let(::isoDay) ?: known.addressUntil.takeIf { until == null },
        )

    /** Forgets what nobody else may know. */
    fun wipe() {
        code = ""
        pin = ""
        password = ""
    }

    /** Forgets everything. */
    fun clear() {
        wipe()
        email = null
        phone = null
        channel = null
        language = null
        lines = null
        until = null
    }
}
