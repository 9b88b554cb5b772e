package no.bibliotekkortet.ui.text

import java.net.URLEncoder

/** The address that begins an e-mail; with a subject and a text when they are given (RFC 6068). */
fun mailLink(
    address: String,
    subject: String? = null,
    body: String? = null,
): String {
    val fields = listOfNotNull(subject?.let { "subject=${percent(it)}" }, body?.let { "body=${percent(it.replace("\n", "\r\n"))}" })
    return "mailto:" + percent(address).replace("%40", "@") + if (fields.isEmpty()) "" else fields.joinToString("&", "?")
}

/** The address that begins a call (RFC 3966). */
fun callLink(number: String): String = "tel:" + number.filter { it.isDigit() || it == '+' }

/** A library's page. What names no web page isn't one. */
fun webLink(page: String): String? =
    when {
        page.startsWith("https://") || page.startsWith("http://") -> page
        ':' in page -> null
        else -> "https://$page"
    }

/** The page as people say it. */
fun webName(page: String): String =
    page
        .removePrefix("https://")
        .removePrefix("http://")
        .removePrefix("www.")
        .trimEnd('/')

private fun percent(text: String) = URLEncoder.encode(text, "UTF-8").replace("+", "%20")
