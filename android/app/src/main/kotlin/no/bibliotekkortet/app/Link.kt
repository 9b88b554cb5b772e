package no.bibliotekkortet.app

import java.net.URI
import java.net.URISyntaxException

/** A link that opened the app, sorted by whom it is for. */
sealed interface Link {
    /** For a sign-in; unread, since judging it is the core's. */
    data class Redirect(
        val address: String,
    ) : Link

    /** Back from the provider's sign-out; unread as well. */
    data class SignedOut(
        val address: String,
    ) : Link

    /** Not ours, or not a link at all. */
    data object Unknown : Link

    companion object {
        /** Where the browser comes back. An App Link: another app can't take it (RFC 8252 §7.2). */
        const val REDIRECT = "https://app.bibliotekkortet.no/innlogget"

        /** Where it comes back from the provider's sign-out. */
        const val SIGNED_OUT = "https://app.bibliotekkortet.no/utlogget"

        private const val SCHEME = "no.bibliotekkortet.app"
        private const val LONGEST = 16_384

        /** Reads [text]; never throws. */
        fun of(text: String): Link {
            if (text.length > LONGEST) return Unknown
            val uri =
                try {
                    URI(text)
                } catch (_: URISyntaxException) {
                    return Unknown
                }
            val ours =
                when (uri.scheme) {
                    "https" -> uri.rawAuthority == "app.bibliotekkortet.no"
                    SCHEME -> uri.rawAuthority == null
                    else -> false
                }
            return when (uri.rawPath.takeIf { ours }) {
                "/innlogget" -> Redirect(text)
                "/utlogget" -> SignedOut(text)
                else -> Unknown
            }
        }
    }
}
