package no.bibliotekkortet.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.io.TempDir
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path

/** Libraries, rules and receipts over the boundary. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibrariesTest {
    private val sandbox = SandboxProcess()

    @AfterAll
    fun end() = sandbox.close()

    @Test
    fun `what was read is signed, and the receipt proves itself by nothing but the service's keys`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            phone.signIn("ola")
            phone.app.beginTrip(listOf(TROMSO), Agreement.RULES, "nb")
            val rules =
                checkNotNull(
                    phone.app
                        .state()
                        .trip
                        ?.rules,
                )
            assertEquals("nb" to 1u, rules.language to rules.version)
            assertEquals(rules.clauses.map { it.kind }.toSet(), setOf(ClauseKind.UNCHANGED))
            assertThrows(CardException.Internal::class.java) { runBlocking { phone.app.sign() } }
            phone.app.haveRead()
            phone.app.sign()
            val state = phone.await { it.receipts.size == 1 && it.relations.any { one -> one.profile.library.number == TROMSO } }
            val receipt = state.receipts.single()
            val file = phone.app.receiptFile(receipt.id)
            assertEquals(receipt.copy(library = BARE), verifyReceipt(file, keys(), sandbox.cardService))
            assertThrows(CardException.ReceiptRefused::class.java) { verifyReceipt(file + 32, keys(), sandbox.cardService) }
            assertArrayEquals(file, phone.app.receiptFile(receipt.id))
        }
    }

    @Test
    fun `a search says which part of the name it found, in units of this language's strings`(
        @TempDir folder: Path,
    ) = runBlocking {
        Phone(sandbox, folder).use { phone ->
            phone.app.start()
            phone.signIn("ola")
            phone.await { it.relationsAt != null }
            val found = generateSequence { phone.app.findLibraries("lorensk", null, 3u, "nb") }.first { it.total > 0u }
            val first = found.libraries.first()
            val part = first.matched.single()
            assertEquals("Lørensk", first.library.name.substring(part.from.toInt(), part.to.toInt()))
            val near = phone.app.findLibraries("", Position(69_650_000, 18_960_000), 1u, "se")
            assertEquals(
                "Romssa girjerádju",
                near.libraries
                    .single()
                    .library.name,
            )
        }
    }

    private fun keys(): String {
        val request = HttpRequest.newBuilder(URI("${sandbox.cardService}/v1/jwks.json")).build()
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body()
    }

    private companion object {
        const val TROMSO = "2190200"

        /** Without a directory a number stands for a name. */
        val BARE = LibraryView(TROMSO, TROMSO, "")
    }
}
