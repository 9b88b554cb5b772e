package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.core.Step
import no.bibliotekkortet.ui.Tags

/**
 * From a sign-in without a card to the card: what the register says, e-mail and code, phone, PIN, library, rules. Taps and texts are
 * counted, too many of them end the journey.
 */
class RegisterWalk(
    private val stage: Stage,
    private val mailbox: Mailbox,
) {
    /** All of it, from the page that shows what Folkeregisteret says. */
    fun walk() =
        with(stage) {
            awaitTag(Tags.REGISTER_REGISTRY)
            picture("register-registry")
            click(Tags.REGISTER_NEXT)
            email()
            reach()
            library()
            rules()
            awaitTag(Tags.CARD_FACE)
            picture("register-card")
            counted("register", TAPS, TEXTS)
        }

    private fun Stage.email() {
        type(Tags.EMAIL_FIELD, ADDRESS)
        picture("register-email")
        click(Tags.REGISTER_NEXT)
        awaitTag(Tags.REGISTER_CODE)
        picture("register-code")
        type(Tags.CODE_FIELD, mailbox.codeFor(ADDRESS))
        await("the address to be proved") { it.registration?.emailVerified == true }
    }

    private fun Stage.reach() {
        type(Tags.PHONE_FIELD, PHONE)
        picture("register-contact")
        click(Tags.REGISTER_NEXT)
        type(Tags.PIN_FIELD, PIN)
        picture("register-secrets")
        click(Tags.REGISTER_NEXT)
        await("a library to be the next") { it.registration?.steps == listOf(Step.HOME_LIBRARY) }
    }

    private fun Stage.library() {
        type(Tags.SEARCH_FIELD, "Tromsø")
        awaitTag(Tags.pick(TROMSO))
        picture("register-library")
        click(Tags.pick(TROMSO))
        await("the card") { it.card != null }
    }

    private fun Stage.rules() {
        await("the library's rules") { it.trip?.rules != null }
        awaitTag(Tags.SIGN)
        picture("register-rules")
        scrollTo(Tags.SIGN)
        await("that the rules were read") {
            it.trip
                ?.stops
                ?.first()
                ?.read == true
        }
        click(Tags.SIGN)
        awaitTag(Tags.TRIP_SUMMARY)
        picture("register-summary")
        click(Tags.TRIP_DONE)
    }

    private companion object {
        const val ADDRESS = "olena@example.com"
        const val PHONE = "900 00 001"

        /** Neither repeated, nor counting, nor anybody's year. */
        const val PIN = "4826"
        const val TROMSO = "2190200"
        const val TAPS = 12
        const val TEXTS = 5
    }
}
