package no.bibliotekkortet.previews

import androidx.compose.runtime.getValue
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
import no.bibliotekkortet.core.ConflictView
import no.bibliotekkortet.core.ContactView
import no.bibliotekkortet.core.DeviceView
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.ExportView
import no.bibliotekkortet.core.Found
import no.bibliotekkortet.core.HouseholdView
import no.bibliotekkortet.core.LeavingView
import no.bibliotekkortet.core.LedgerView
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.LibraryView
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.core.ReceiptView
import no.bibliotekkortet.core.RegistrationView
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Symbology
import no.bibliotekkortet.core.TripView
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
    private val librarySamples = LibrarySamples(file)
    private val tripSamples = TripSamples(file)
    private val accountSamples = AccountSamples(file)
    private val peopleSamples = PeopleSamples(file)
    private val barcodes = file.named("barcodes", ::barcode)
    private val cards = file.named("cards", ::card)
    private val devices = file.getValue("devices").jsonObject.mapValues { (_, list) -> list.jsonArray.map { device(it.jsonObject) } }

    /** The card of that name. */
    fun card(name: String): CardView = cards[name] ?: error("samples.json has no card `$name`")

    /** The sign-ins of that name. */
    fun devices(name: String): List<DeviceView> = devices[name] ?: error("samples.json has no devices `$name`")

    /** The library of that name. */
    fun library(name: String): LibraryView = libraries[name] ?: error("samples.json has no library `$name`")

    /** What the person is to each library, by the name of the list. */
    fun relations(name: String): List<RelationView> = librarySamples.relations.getValue(name)

    /** What a search found, by its name. */
    fun found(name: String): Found = librarySamples.found.getValue(name)

    /** What the directory says about the library of this number. */
    fun profile(number: String): LibraryProfile = librarySamples.profiles.values.first { it.library.number == number }

    /** The trip of that name. */
    fun trip(name: String): TripView = tripSamples.trips.getValue(name)

    /** The receipts of that name. */
    fun receipts(name: String): List<ReceiptView> = accountSamples.receipts.getValue(name)

    /** The notices of that name. */
    fun notices(name: String): List<NoticeView> = accountSamples.notices.getValue(name)

    /** What leaving leaves behind, by its name. */
    fun leaving(name: String): LeavingView = accountSamples.leaving.getValue(name)

    /** What the service keeps, by its name. */
    fun export(name: String): ExportView = accountSamples.exports.getValue(name)

    /** How far somebody is with getting a card, by its name. */
    fun registration(name: String): RegistrationView = peopleSamples.registrations.getValue(name)

    /** The children for whom the person acts, by the name of the household. */
    fun household(name: String): HouseholdView = peopleSamples.households.getValue(name)

    /** How the person is reached, by its name. */
    fun contact(name: String): ContactView = peopleSamples.contacts.getValue(name)

    /** What two devices changed, by its name. */
    fun conflict(name: String): ConflictView = peopleSamples.conflicts.getValue(name)

    /** What was done with a card, by its name. */
    fun ledger(name: String): LedgerView = peopleSamples.ledgers.getValue(name)

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
}

internal fun moment(text: String): Instant = OffsetDateTime.parse(text).toInstant()

/** A file of `tests/vectors/states`, from the class path. */
internal fun vectors(name: String): JsonObject {
    val stream = checkNotNull(Samples::class.java.getResourceAsStream("/states/$name.json")) { "no states/$name.json" }
    return Json.parseToJsonElement(stream.use { it.readBytes().decodeToString() }).jsonObject
}

internal fun JsonObject.textOrNull(key: String): String? = this[key]?.jsonPrimitive?.content

internal fun JsonObject.text(key: String): String = checkNotNull(textOrNull(key)) { "`$key` is missing in $this" }

internal fun JsonObject.texts(key: String): List<String> = (getValue(key) as JsonArray).map { it.jsonPrimitive.content }

internal fun JsonObject.flag(key: String): Boolean = this[key]?.jsonPrimitive?.boolean ?: false

internal fun JsonObject.momentOrNull(key: String): Instant? = textOrNull(key)?.let(::moment)

internal fun JsonObject.intOrNull(key: String): Int? = this[key]?.jsonPrimitive?.int

internal fun JsonObject.number(key: String): Int = checkNotNull(intOrNull(key)) { "`$key` is missing in $this" }

internal fun JsonObject.objectOrNull(key: String): JsonObject? = this[key]?.jsonObject

internal fun JsonObject.list(key: String): List<JsonObject> = this[key]?.jsonArray.orEmpty().map { it.jsonObject }

internal fun JsonObject.names(key: String): List<String> = this[key]?.jsonArray.orEmpty().map { it.jsonPrimitive.content }

/** The case of an enum that a field names. */
internal inline fun <reified E : Enum<E>> JsonObject.case(key: String): E = enumValueOf(constant(text(key)))

internal inline fun <reified E : Enum<E>> JsonObject.caseOrNull(key: String): E? = textOrNull(key)?.let { enumValueOf<E>(constant(it)) }

internal fun <T> JsonObject.named(
    key: String,
    read: (JsonObject) -> T,
): Map<String, T> = getValue(key).jsonObject.mapValues { (_, row) -> read(row.jsonObject) }

/** Lists of that kind, by their names. */
internal fun <T> JsonObject.lists(
    key: String,
    read: (JsonObject) -> T,
): Map<String, List<T>> = getValue(key).jsonObject.mapValues { (_, rows) -> rows.jsonArray.map { read(it.jsonObject) } }
