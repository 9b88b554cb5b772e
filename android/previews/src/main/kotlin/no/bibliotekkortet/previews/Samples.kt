package no.bibliotekkortet.previews

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import no.bibliotekkortet.core.Barcode
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.DeviceView
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.LibraryView
import no.bibliotekkortet.core.Symbology
import java.time.Instant
import java.time.OffsetDateTime
import java.time.ZoneId

/** Invented people, cards and moments: `tests/vectors/states/samples.json`. */
object Samples {
    private val file: JsonObject = vectors("samples")

    /** The names of the groups of states, in the order in which people look at them. */
    val groups: List<String> = file.getValue("groups").jsonArray.map { it.jsonPrimitive.content }
    val now: Instant = moment(file.text("now"))
    val zone: ZoneId = ZoneId.of(file.text("zone"))
    val languages: List<String> = file.getValue("languages").jsonArray.map { it.jsonPrimitive.content }

    /** Where a sign-in went, and where it comes back. */
    val address: String = file.text("address")
    val redirect: String = file.text("redirect")

    private val libraries = file.named("libraries") { LibraryView(it.text("number"), it.text("name"), it.text("place")) }
    private val barcodes = file.named("barcodes", ::barcode)
    private val cards = file.named("cards", ::card)
    private val devices = file.getValue("devices").jsonObject.mapValues { (_, list) -> list.jsonArray.map { device(it.jsonObject) } }

    /** The card of that name. */
    fun card(name: String): CardView = cards[name] ?: error("samples.json has no card `$name`")

    /** The sign-ins of that name. */
    fun devices(name: String): List<DeviceView> = devices[name] ?: error("samples.json has no devices `$name`")

    private fun device(row: JsonObject) =
        DeviceView(
            id = row.text("id"),
            name = row.text("name"),
            door = Door.valueOf(constant(row.text("door"))),
            signedInAt = moment(row.text("signed_in_at")),
            lastSeenAt = moment(row.text("last_seen_at")),
            current = row.getValue("current").jsonPrimitive.boolean,
        )

    private fun card(row: JsonObject) =
        CardView(
            number = row.text("number"),
            groups = row.texts("groups"),
            name = row.text("name"),
            homeLibrary = row.textOrNull("home_library")?.let(libraries::getValue),
            libraries = row.texts("libraries").map(libraries::getValue),
            barcode = row.textOrNull("barcode")?.let(barcodes::getValue),
            face = CardFace.valueOf(row.text("face").uppercase()),
            checkedAt = moment(row.text("checked_at")),
            showUntil = moment(row.text("show_until")),
        )

    private fun barcode(row: JsonObject): Barcode {
        val widths = row.text("widths").map { it.digitToInt() }
        return Barcode(
            Symbology.valueOf(row.text("symbology").uppercase()),
            ByteArray(widths.size) { widths[it].toByte() },
            modules = widths.sum().toUShort(),
            quiet =
                row
                    .getValue("quiet")
                    .jsonPrimitive.int
                    .toUByte(),
        )
    }

    private fun moment(text: String): Instant = OffsetDateTime.parse(text).toInstant()
}

/** A file of `tests/vectors/states`, from the class path. */
internal fun vectors(name: String): JsonObject {
    val stream = checkNotNull(Samples::class.java.getResourceAsStream("/states/$name.json")) { "no states/$name.json" }
    return Json.parseToJsonElement(stream.use { it.readBytes().decodeToString() }).jsonObject
}

internal fun JsonObject.textOrNull(key: String): String? = this[key]?.jsonPrimitive?.content

internal fun JsonObject.text(key: String): String = checkNotNull(textOrNull(key)) { "`$key` is missing in $this" }

private fun JsonObject.texts(key: String): List<String> = (getValue(key) as JsonArray).map { it.jsonPrimitive.content }

private fun <T> JsonObject.named(
    key: String,
    read: (JsonObject) -> T,
): Map<String, T> = getValue(key).jsonObject.mapValues { (_, row) -> read(row.jsonObject) }
