package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Door
import java.nio.file.Path

/** Where the headless journey stops and waits, to be killed there. */
enum class StopAt { BROWSER, CARD }

/** What the command line asked for. Times and places are checked here, once. */
data class Arguments(
    val issuer: String,
    val cardService: String,
    val data: Path,
    /** The provider is ID-porten itself, with its door only; else it is the card service, with all three. */
    val idPorten: Boolean = false,
    val language: String = "nb",
    /** `null`: as the system. */
    val dark: Boolean? = null,
    val fontScale: Float = 1f,
    /** Port of the redirect address; 0 takes a free one (RFC 8252 §7.3). */
    val redirectPort: Int = 0,
    val log: Boolean = false,
    val headless: Boolean = false,
    val persona: String = "kari",
    /** By which door the headless journey signs in. */
    val door: Door = Door.ID_PORTEN,
    val out: Path = Path.of("out"),
    val stopAt: StopAt? = null,
    val resume: Boolean = false,
    /** How far the headless journey goes. */
    val walk: Walk = Walk.CARD,
) {
    companion object {
        /** Reads [words]; throws [ArgumentException] with a sentence for the person who typed them. */
        fun parse(words: Array<String>): Arguments {
            val given = read(words)
            val cardService = address(given, "--card-service")
            val idPorten = "--id-porten" in given
            return Arguments(
                issuer = if (idPorten || "--issuer" in given) address(given, "--issuer") else cardService,
                cardService = cardService,
                data = Path.of(required(given, "--data")),
                idPorten = idPorten,
                language = oneOf(given, "--lang", listOf("nb", "nn", "se", "en")) ?: "nb",
                dark = dark(given),
                fontScale = number(given, "--font-scale", 0.5f..3f, String::toFloatOrNull) ?: 1f,
                redirectPort = number(given, "--redirect-port", 0..65535, String::toIntOrNull) ?: 0,
                log = "--log" in given,
                headless = "--headless" in given,
                persona = given["--persona"] ?: "kari",
                door = oneOf(given, "--door", DOORS.keys.toList())?.let(DOORS::getValue) ?: Door.ID_PORTEN,
                out = Path.of(given["--out"] ?: "out"),
                stopAt = oneOf(given, "--stop-at", listOf("browser", "card"))?.let { StopAt.valueOf(it.uppercase()) },
                resume = "--resume" in given,
                walk = oneOf(given, "--walk", WALKS.keys.toList())?.let { WALKS.getValue(it) } ?: Walk.CARD,
            )
        }

        private fun read(words: Array<String>): Map<String, String> {
            val given = mutableMapOf<String, String>()
            val rest = words.iterator()
            while (rest.hasNext()) {
                val name = rest.next()
                given[name] =
                    when {
                        name in SWITCHES -> ""
                        name !in VALUES -> throw ArgumentException("I don't know $name.")
                        rest.hasNext() -> rest.next()
                        else -> throw ArgumentException("$name wants a value.")
                    }
            }
            return given
        }

        private fun required(
            given: Map<String, String>,
            name: String,
        ) = given[name] ?: throw ArgumentException("$name is needed.")

        private fun address(
            given: Map<String, String>,
            name: String,
        ): String {
            val address = required(given, name)
            if (!address.startsWith("https://") && !isLoopbackHttp(address)) {
                throw ArgumentException("$name must be an https address, or http on this machine.")
            }
            return address
        }

        private fun oneOf(
            given: Map<String, String>,
            name: String,
            choices: List<String>,
        ): String? {
            val value = given[name] ?: return null
            return if (value in choices) value else throw ArgumentException("$name is one of ${choices.joinToString()}.")
        }

        private fun <T : Comparable<T>> number(
            given: Map<String, String>,
            name: String,
            range: ClosedRange<T>,
            read: (String) -> T?,
        ): T? {
            val text = given[name] ?: return null
            val value = read(text)
            if (value == null || value !in range) {
                throw ArgumentException("$name is a number from ${range.start} to ${range.endInclusive}.")
            }
            return value
        }

        private fun dark(given: Map<String, String>): Boolean? =
            when {
                "--dark" in given && "--light" in given -> throw ArgumentException("--dark or --light, not both.")
                "--dark" in given -> true
                "--light" in given -> false
                else -> null
            }

        private val WALKS = Walk.entries.associateBy { it.name.lowercase() }
        private val DOORS = mapOf("idporten" to Door.ID_PORTEN, "feide" to Door.FEIDE, "number" to Door.CARD_NUMBER)
        private val SWITCHES = setOf("--id-porten", "--dark", "--light", "--headless", "--resume", "--log")
        private val VALUES =
            setOf(
                "--issuer",
                "--walk",
                "--card-service",
                "--data",
                "--lang",
                "--font-scale",
                "--redirect-port",
                "--persona",
                "--door",
                "--out",
                "--stop-at",
            )

        /** What `--help` prints. */
        val HELP =
            """
            Bibliotekkortet, the phone in a window.
              --card-service URL --data DIR                   where the card is and one signs in, where to keep it
              --issuer URL  --id-porten                       another provider; it is ID-porten itself, with that door only
              --lang nb|nn|se|en  --dark|--light  --font-scale F  --redirect-port N  --log
              --headless --persona NAME --out DIR             walks through by itself, writes pictures
              --door idporten|feide|number                    how it signs in; a number and what goes with it in CARD_TYPED
              --walk card|libraries|leave|register|children|contact
                                                              goes on from the card to libraries, rules and receipts, or out; gets a card
                                                              first, or children's; changes the e-mail address; counts the taps
              --stop-at browser|card  --resume                for tests that kill it on the way
            """.trimIndent()
    }
}

/** How far the headless journey goes from the card. */
enum class Walk { CARD, LIBRARIES, LEAVE, REGISTER, CHILDREN, CONTACT }

/** A command line that can't be followed; the message is for the person. */
class ArgumentException(
    message: String,
) : Exception(message)

/** Plain http is for services on this machine only. */
internal fun isLoopbackHttp(address: String) = LOOPBACK.containsMatchIn(address)

private val LOOPBACK = Regex("""^http://(127\.0\.0\.1|localhost|\[::1])(:\d+)?(/|$)""")
