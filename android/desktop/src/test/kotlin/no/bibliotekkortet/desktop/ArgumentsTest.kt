package no.bibliotekkortet.desktop

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.nio.file.Path

class ArgumentsTest {
    private val needed = arrayOf("--issuer", "http://127.0.0.1:1", "--card-service", "https://kort.example", "--data", "d")

    @Test
    fun `what isn't said has a default`() {
        val arguments = Arguments.parse(needed)
        assertEquals(Arguments("http://127.0.0.1:1", "https://kort.example", Path.of("d")), arguments)
    }

    @Test
    fun `the card service is the provider, unless another one is named`() {
        val own = arrayOf("--card-service", "https://kort.example", "--data", "d")
        assertEquals("https://kort.example", Arguments.parse(own).issuer)
        assertFalse(Arguments.parse(own).idPorten)
        assertThrows(ArgumentException::class.java) { Arguments.parse(own + "--id-porten") }
        val directly = Arguments.parse(needed + "--id-porten")
        assertEquals("http://127.0.0.1:1", directly.issuer)
        assertTrue(directly.idPorten)
    }

    @Test
    fun `all that is said is kept`() {
        val words = "--lang se --dark --font-scale 2 --redirect-port 4711 --log --headless --persona ola --out o --stop-at card --resume"
        val arguments = Arguments.parse(needed + words.split(' '))
        assertEquals(listOf("se", true, 2f, 4711), with(arguments) { listOf(language, dark, fontScale, redirectPort) })
        assertEquals(listOf("ola", Path.of("o"), StopAt.CARD), with(arguments) { listOf(persona, out, stopAt) })
        assertTrue(arguments.log && arguments.headless && arguments.resume)
    }

    @Test
    fun `what can't be is refused with its name`() {
        val wrong =
            listOf("--lang xx", "--font-scale 9", "--redirect-port 65536", "--stop-at home", "--dark --light", "--issuer http://example.no")
        for (words in wrong + "--quick" + "--out") {
            val refusal = assertThrows(ArgumentException::class.java) { Arguments.parse(needed + words.split(' ')) }
            assertTrue(words.substringBefore(' ') in refusal.message.orEmpty(), words)
        }
        assertThrows(ArgumentException::class.java) { Arguments.parse(emptyArray()) }
    }

    @Test
    fun `plain http is for this machine only`() {
        for (own in listOf("http://127.0.0.1:1/x", "http://localhost", "http://[::1]:2/")) assertTrue(isLoopbackHttp(own), own)
        for (other in listOf("http://127.0.0.1.example.no", "http://localhost@example.no", "https://127.0.0.1", "file:///etc/passwd")) {
            assertTrue(!isLoopbackHttp(other), other)
        }
    }
}
