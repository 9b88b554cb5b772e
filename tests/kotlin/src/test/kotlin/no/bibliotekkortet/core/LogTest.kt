package no.bibliotekkortet.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList

/** Log lines go where the shell wants them, and hold nothing of the person. */
class LogTest {
    @TempDir lateinit var folder: Path

    @Test
    fun `a sign-in is logged without the person, the code or an address's secrets`() {
        val lines = CopyOnWriteArrayList<String>()
        val redirect = signIn(sink { lines.add(it) })
        assertTrue(lines.isNotEmpty())
        val all = lines.joinToString("\n")
        val secrets = listOf("code", "state").map { redirect.substringAfter("$it=").substringBefore('&') }
        for (word in secrets + listOf("14838524010", "Kari", "N012345678")) assertFalse(word in all)
    }

    @Test
    fun `a sink that throws is nobody's trouble`() {
        signIn(sink { error("the disk is full") })
    }

    private fun signIn(sink: LogSink): String =
        runBlocking {
            SandboxProcess().use { sandbox ->
                Phone(sandbox, folder, log = sink).use { phone ->
                    phone.app.start()
                    val redirect = fillIn(phone.begin(), "kari")
                    phone.app.finishSignIn(redirect)
                    assertNotNull(phone.app.state().card)
                    redirect
                }
            }
        }

    private fun sink(block: (String) -> Unit) =
        object : LogSink {
            override fun log(
                level: String,
                target: String,
                line: String,
            ) = block("$level $target $line")
        }
}
