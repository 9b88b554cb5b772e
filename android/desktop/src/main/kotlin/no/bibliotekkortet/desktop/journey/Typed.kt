package no.bibliotekkortet.desktop.journey

/** What a made-up person types at the card number's door: comes by the environment, as a command line is open to all. */
class Typed private constructor(
    val number: String,
    val pin: String,
    val oneTimeCode: String,
) {
    companion object {
        private const val NAME = "CARD_TYPED"

        /** Number, PIN and one-time code, with spaces between. */
        fun fromEnvironment(): Typed {
            val words = System.getenv(NAME).orEmpty().split(' ')
            if (words.size != 3) throw StepMissing("At this door I need a number, a PIN and a one-time code in $NAME.")
            return Typed(words[0], words[1], words[2])
        }
    }
}
