package no.bibliotekkortet.core

import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpRequest.BodyPublishers
import java.net.http.HttpResponse.BodyHandlers
import java.util.concurrent.TimeUnit

/** The sandbox as its own process; it ends when this does, because its input closes. */
class SandboxProcess : AutoCloseable {
    private val process =
        ProcessBuilder(System.getProperty("card.sandbox"), "--until-stdin-closes")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
    private val announced =
        checkNotNull(process.inputStream.bufferedReader().readLine()) { "the sandbox didn't start" }

    val issuer = member("issuer")
    val cardService = member("card_service")

    /** Its switches: `faults`, `twists`, `clear` … */
    fun control(change: String) {
        val request = HttpRequest.newBuilder(URI(member("control") + "/control")).POST(BodyPublishers.ofString(change)).build()
        val answer = CLIENT.send(request, BodyHandlers.ofString())
        check(answer.statusCode() == 200) { answer.body() }
    }

    override fun close() {
        process.outputStream.close()
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor()
    }

    private fun member(name: String): String =
        checkNotNull(Regex("\"$name\":\"([^\"]*)\"").find(announced)) { "no $name in $announced" }.groupValues[1]
}

private val CLIENT = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).build()

/** What a browser does on the sandbox's page, without pixels; gives the address it is sent back to. */
fun fillIn(
    url: String,
    persona: String,
    button: String = "login",
): String {
    val page = CLIENT.send(HttpRequest.newBuilder(URI(url)).build(), BodyHandlers.ofString()).body()
    val action = URI(url).resolve(attribute(page, "<form", "action"))
    val form = "token=${attribute(page, "name=\"token\"", "value")}&person=$persona&level=idporten-loa-high&action=$button"
    val request =
        HttpRequest
            .newBuilder(action)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build()
    return CLIENT
        .send(request, BodyHandlers.discarding())
        .headers()
        .firstValue("location")
        .orElseThrow()
}

private fun attribute(
    page: String,
    mark: String,
    name: String,
) = page.substringAfter(mark).substringAfter("$name=\"").substringBefore('"')
