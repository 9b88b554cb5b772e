package no.bibliotekkortet.desktop

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.ReceiveChannel
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.concurrent.Executors

/**
 * Waits on 127.0.0.1 for the browser to come back (RFC 8252 §7.3).
 *
 * Each redirect is answered with [page] and handed over as it came, unread: judging it is the core's. Everything else
 * that a browser asks for (an icon, a foreign host name) gets 404. Open only while a sign-in waits; [close] it after.
 *
 * @param port 0 takes a free one. [java.net.BindException] when it is in use.
 */
class LoopbackListener(
    port: Int,
    private val page: String,
) : AutoCloseable {
    private val workers = Executors.newCachedThreadPool { Thread(it, "redirect").apply { isDaemon = true } }
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0)
    private val came = Channel<String>(capacity = 4)
    private val authority = "127.0.0.1:${server.address.port}"

    /** What the browser is told to come back to from a sign-in. */
    val redirectUri = "http://$authority$SIGNED_IN"

    /** The same, from the provider's sign-out. */
    val signedOutUri = "http://$authority$SIGNED_OUT"

    /** Redirects as they come, untrusted. */
    val redirects: ReceiveChannel<String> get() = came

    init {
        server.executor = workers
        server.createContext("/") { exchange -> exchange.use(::answer) }
        server.start()
    }

    private fun answer(exchange: HttpExchange) {
        val path = exchange.requestURI.rawPath
        val ours = path in PATHS && exchange.requestHeaders.getFirst("Host") == authority
        when {
            !ours -> exchange.sendResponseHeaders(404, NO_BODY)
            exchange.requestMethod != "GET" -> exchange.sendResponseHeaders(405, NO_BODY)
            else -> {
                send(exchange)
                val query =
                    exchange.requestURI.rawQuery
                        ?.let { "?$it" }
                        .orEmpty()
                came.trySend("http://$authority$path$query")
            }
        }
    }

    private fun send(exchange: HttpExchange) {
        val body = page.toByteArray()
        with(exchange.responseHeaders) {
            set("Content-Type", "text/html; charset=utf-8")
            set("Cache-Control", "no-store")
            set("Referrer-Policy", "no-referrer")
            set("X-Content-Type-Options", "nosniff")
            set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
        }
        exchange.sendResponseHeaders(200, body.size.toLong())
        exchange.responseBody.use { it.write(body) }
    }

    override fun close() {
        server.stop(0)
        workers.shutdown()
        came.close()
    }

    companion object {
        private const val SIGNED_IN = "/innlogget"
        private const val SIGNED_OUT = "/utlogget"
        private val PATHS = setOf(SIGNED_IN, SIGNED_OUT)
        private const val NO_BODY = -1L
        private val LOOPBACK = byteArrayOf(127, 0, 0, 1)
    }
}

private inline fun HttpExchange.use(block: (HttpExchange) -> Unit) =
    try {
        block(this)
    } finally {
        close()
    }
