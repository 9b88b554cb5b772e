package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.desktop.PHONE_HEIGHT
import no.bibliotekkortet.desktop.PHONE_WIDTH
import java.io.IOException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Base64
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

/**
 * A headless Chromium, driven through chromedriver by the few commands needed (W3C WebDriver).
 *
 * Written here because Selenium would bring fifteen libraries and a manager of its own that downloads and reports.
 */
class WebDriver private constructor(
    private val process: Process,
    private val profile: Path,
    private val base: String,
) : AutoCloseable {
    private val http = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()
    private val session = "$base/session/" + text(send("POST", "$base/session", capabilities(profile)), "sessionId")

    /** Goes to [url] and waits until it is loaded. */
    fun go(url: String) {
        send("POST", "$session/url", """{"url":${quoted(url)}}""")
    }

    /** The first element that [css] finds; waits for it as long as the session's implicit wait. */
    fun find(css: String): String = text(send("POST", "$session/element", """{"using":"css selector","value":${quoted(css)}}"""), ELEMENT)

    /** Clicks, and waits for the page that comes of it. */
    fun click(element: String) {
        send("POST", "$session/element/$element/click", "{}")
    }

    /** Types into a field. */
    fun type(
        element: String,
        text: String,
    ) {
        send("POST", "$session/element/$element/value", """{"text":${quoted(text)}}""")
    }

    /** What stands in an element. */
    fun text(element: String): String = text(send("GET", "$session/element/$element/text", null), "value")

    /** The page's title. */
    fun title(): String = text(send("GET", "$session/title", null), "value")

    /** What the window shows, as PNG. */
    fun screenshot(): ByteArray = Base64.getDecoder().decode(text(send("GET", "$session/screenshot", null), "value"))

    override fun close() {
        try {
            send("DELETE", session, null)
        } catch (_: IOException) {
            // gone already
        } finally {
            process.destroy()
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) process.destroyForcibly()
            profile.toFile().deleteRecursively()
        }
    }

    private fun send(
        method: String,
        url: String,
        body: String?,
    ): String {
        val content = body?.let(HttpRequest.BodyPublishers::ofString) ?: HttpRequest.BodyPublishers.noBody()
        val request = HttpRequest.newBuilder(URI(url)).timeout(Duration.ofSeconds(PATIENCE_S)).method(method, content)
        val answer = http.send(request.header("Content-Type", "application/json").build(), HttpResponse.BodyHandlers.ofString())
        if (answer.statusCode() != 200) throw IOException("the browser said ${text(answer.body(), "error")}")
        return answer.body()
    }

    companion object {
        private const val PATIENCE_S = 30L
        private const val ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
        private val STARTED = Regex("""started successfully on port (\d+)""")

        /** Starts chromedriver on a free port, and Chromium with a profile of its own. [IOException] when they aren't there. */
        fun start(): WebDriver {
            val process = ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start()
            val port = CompletableFuture<String>()
            Thread { listen(process, port) }.apply { isDaemon = true }.start()
            return try {
                val base = "http://127.0.0.1:${port.get(PATIENCE_S, TimeUnit.SECONDS)}"
                WebDriver(process, Files.createTempDirectory("chromium"), base)
            } catch (e: Exception) {
                process.destroy()
                throw IOException("the browser didn't start", e)
            }
        }

        private fun listen(
            process: Process,
            port: CompletableFuture<String>,
        ) {
            process.inputStream.bufferedReader().forEachLine { line ->
                STARTED.find(line)?.let { port.complete(it.groupValues[1]) }
            }
            port.completeExceptionally(IOException("chromedriver ended"))
        }
    }
}

/** Only the two loopback addresses of the sandbox and the app are ever visited. */
private fun capabilities(profile: Path): String {
    val flags =
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
            "--disable-component-update --disable-sync --no-proxy-server --hide-scrollbars --user-data-dir=$profile"
    val arguments = flags.split(' ').joinToString(",", transform = ::quoted)
    val glass = """{"deviceMetrics":{"width":$PHONE_WIDTH,"height":$PHONE_HEIGHT,"pixelRatio":2.75}}"""
    return """{"capabilities":{"alwaysMatch":{"browserName":"chrome","timeouts":{"implicit":15000},""" +
        """"goog:chromeOptions":{"args":[$arguments],"mobileEmulation":$glass}}}}"""
}

private fun quoted(text: String) = "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\""

/** The string under [key]. Enough JSON for chromedriver's flat answers. */
private fun text(
    json: String,
    key: String,
): String =
    Regex("\"$key\":\"([^\"]*)\"").find(json)?.groupValues?.get(1)
        ?: throw IOException("the browser's answer has no $key")
