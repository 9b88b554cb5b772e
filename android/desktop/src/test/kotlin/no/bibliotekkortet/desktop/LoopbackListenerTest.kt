package no.bibliotekkortet.desktop

import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.net.BindException
import java.net.ConnectException
import java.net.InetAddress
import java.net.Socket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers

class LoopbackListenerTest {
    private val client = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()

    @Test
    fun `a redirect is answered calmly and handed over as it came`() =
        LoopbackListener(0, returnPage("nn")).use { listener ->
            val query = "code=a%2Bb+c&state=%C3%A6&code=twice"
            val answer = get("${listener.redirectUri}?$query")
            assertEquals(200, answer.statusCode())
            assertTrue(returnTitle("nn") in answer.body())
            assertFalse("twice" in answer.body())
            assertEquals("no-store", answer.headers().firstValue("cache-control").get())
            assertEquals("${listener.redirectUri}?$query", received(listener))
        }

    @Test
    fun `the provider's sign-out comes back at a place of its own`() =
        LoopbackListener(0, returnPage("nb")).use { listener ->
            assertEquals(200, get("${listener.signedOutUri}?state=x").statusCode())
            assertEquals("${listener.signedOutUri}?state=x", received(listener))
            assertTrue(listener.signedOutUri.endsWith("/utlogget"))
        }

    @Test
    fun `an icon, another path, another method and another host name are nobody's redirect`() =
        LoopbackListener(0, "page").use { listener ->
            val base = listener.redirectUri.removeSuffix("/innlogget")
            for (other in listOf("/favicon.ico", "/", "/innlogget/", "/innloggetx", "/innlogge%74", "/utlogget/")) {
                assertEquals(404, get("$base$other?code=x").statusCode(), other)
            }
            val post = HttpRequest.newBuilder(URI(listener.redirectUri)).POST(HttpRequest.BodyPublishers.noBody()).build()
            assertEquals(405, client.send(post, BodyHandlers.ofString()).statusCode())
            assertEquals("404", raw(listener, "GET /innlogget?code=x HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
            get("${listener.redirectUri}?state=last")
            assertEquals("${listener.redirectUri}?state=last", received(listener))
        }

    @Test
    fun `somebody who connects and says nothing keeps nobody waiting`() =
        LoopbackListener(0, "page").use { listener ->
            Socket(InetAddress.getByName("127.0.0.1"), URI(listener.redirectUri).port).use { silent ->
                silent.getOutputStream().write("GET /inn".toByteArray())
                assertEquals(200, get(listener.redirectUri).statusCode())
            }
        }

    @Test
    fun `a port in use is told, and a closed one is free again`() {
        val first = LoopbackListener(0, "page")
        val port = URI(first.redirectUri).port
        assertThrows(BindException::class.java) { LoopbackListener(port, "page") }
        first.close()
        assertThrows(ConnectException::class.java) { get(first.redirectUri) }
        LoopbackListener(port, "page").close()
    }

    private fun get(url: String) = client.send(HttpRequest.newBuilder(URI(url)).build(), BodyHandlers.ofString())

    private fun received(listener: LoopbackListener) = runBlocking { withTimeout(10_000) { listener.redirects.receive() } }

    /** The status of a request that a well-behaved client wouldn't send. */
    private fun raw(
        listener: LoopbackListener,
        request: String,
    ): String =
        Socket(InetAddress.getByName("127.0.0.1"), URI(listener.redirectUri).port).use { socket ->
            socket.getOutputStream().write(request.toByteArray())
            socket
                .getInputStream()
                .bufferedReader()
                .readLine()
                .split(' ')[1]
        }
}
