package no.bibliotekkortet.ui

import androidx.compose.runtime.Stable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import no.bibliotekkortet.core.Credential

/** What somebody knows. */
enum class SecretKind { PIN, PASSWORD }

/**
 * What is typed to sign in with a number. In memory only: no part of it is ever saved, since the number may be a fødselsnummer.
 *
 * It says nothing of itself when printed.
 */
@Stable
class SignInForm(
    number: String = "",
    kind: SecretKind = SecretKind.PIN,
    secret: String = "",
    remember: Boolean = true,
) {
    /** Lånenummer or fødselsnummer, as typed. */
    var number by mutableStateOf(number)

    /** Which secret is asked for. Another kind is another secret. */
    var kind by mutableStateOf(kind)
        private set

    /** PIN or password, as typed. */
    var secret by mutableStateOf(secret)

    /** The device stays signed in. */
    var remember by mutableStateOf(remember)

    /** Asks for the other kind, with an empty field. */
    fun choose(kind: SecretKind) {
        if (kind != this.kind) secret = ""
        this.kind = kind
    }

    /** The secret for the core; the form forgets it. */
    fun take(): Credential =
        when (kind) {
            SecretKind.PIN -> Credential.Pin(secret)
            SecretKind.PASSWORD -> Credential.Password(secret)
        }.also { secret = "" }

    /** Forgets everything: the person is in, or went another way. */
    fun clear() {
        number = ""
        secret = ""
        kind = SecretKind.PIN
        remember = true
    }
}
