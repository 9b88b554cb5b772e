package no.bibliotekkortet.desktop.journey

/** What the sandbox would have sent by e-mail, read in a browser as a person would. */
class Mailbox(
    private val cardService: String,
    private val pictures: Pictures,
) {
    /** The code in the newest e-mail to [address]. */
    fun codeFor(address: String): String =
        WebDriver.start().use { chromium ->
            chromium.go("$cardService/mail")
            val newest = chromium.text(chromium.find(".mail"))
            pictures.keep("browser-mail", chromium.screenshot())
            if (address !in newest) throw StepMissing("There came no e-mail to the address that was typed.")
            CODE.find(newest)?.value ?: throw StepMissing("There is no code in the e-mail.")
        }

    private companion object {
        val CODE = Regex("""\b\d{6}\b""")
    }
}
