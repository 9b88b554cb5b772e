package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.ui.Tags

/**
 * From the card to another e-mail address, proved by its code. Taps are counted, too many of them end the journey.
 *
 * @param surer goes through a surer sign-in, from its page and back.
 */
class ContactWalk(
    private val stage: Stage,
    private val mailbox: Mailbox,
    private val surer: Stage.() -> Unit,
) {
    /** All of it, from the card. */
    fun walk() =
        with(stage) {
            begin()
            click(Tags.TAB_ME)
            click(Tags.ME_CONTACT)
            surelyAt(Tags.EMAIL_CHANGE, surer)
            picture("contact")
            click(Tags.EMAIL_CHANGE)
            type(Tags.EMAIL_FIELD, ADDRESS)
            click(Tags.EMAIL_SEND)
            awaitTag(Tags.CODE_FIELD)
            picture("email-code")
            type(Tags.CODE_FIELD, mailbox.codeFor(ADDRESS))
            await("the new address") { it.contact?.run { email == ADDRESS && emailVerified } == true }
            counted("change the e-mail address", TAPS, TEXTS)
            awaitTag(Tags.EMAIL_CHANGE)
            picture("contact-changed")
        }

    private companion object {
        const val ADDRESS = "ny@example.com"
        const val TAPS = 4
        const val TEXTS = 2
    }
}
