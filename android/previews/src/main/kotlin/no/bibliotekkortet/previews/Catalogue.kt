package no.bibliotekkortet.previews

import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.SignInForm

/** One state of the app, by a name that makes a good file name. */
class CatalogueEntry(
    val name: String,
    val state: AppState,
    private val shell: ShellState,
) {
    /** The shell's part of it, read in [language]. */
    fun shell(
        language: String,
        dark: Boolean?,
    ) = shell.copy(language = language, dark = dark)

    override fun toString() = name
}

/**
 * States that belong together.
 *
 * @property everySetting people see these most; they are looked at in every setting.
 */
class Group(
    val name: String,
    val everySetting: Boolean,
    val entries: List<CatalogueEntry>,
)

/** Every state that a screen can be in, read from `tests/vectors/states`: the one source of previews, pictures and tests of both shells. */
object Catalogue {
    val groups: List<Group> = Samples.groups.map { group(vectors(it)) }

    val all: List<CatalogueEntry> = groups.flatMap { it.entries }

    private fun group(file: JsonObject) =
        Group(file.text("group"), file.flag("every_setting"), file.getValue("states").jsonArray.map { entry(it.jsonObject) })

    private fun entry(row: JsonObject) =
        CatalogueEntry(
            row.text("name"),
            AppState(
                revision = 1u,
                phase = phase(row.text("phase")),
                card = row.textOrNull("card")?.let(Samples::card),
                refreshing = row.flag("refreshing"),
                offline = row.flag("offline"),
                needsSignIn = row.flag("needs_sign_in"),
                clearedFor = null,
                devices = row.textOrNull("devices")?.let(Samples::devices),
                lockCard = row.flag("lock_card"),
                trouble = row["trouble"]?.jsonObject?.let(::failure),
            ),
            ShellState(
                language = "nb",
                now = Samples.now,
                zone = Samples.zone,
                trouble = row.textOrNull("shell_trouble")?.let { ShellTrouble.valueOf(constant(it)) },
                opened = row.textOrNull("opened")?.let { Opened.valueOf(constant(it)) } ?: Opened.NOTHING,
                form = row["form"]?.jsonObject?.let(::form) ?: SignInForm(),
                device = row.textOrNull("device"),
                asking = row.flag("asking"),
                ending = row.textOrNull("ending"),
                action = row.textOrNull("action")?.let { Action.valueOf(constant(it)) } ?: Action.END_DEVICES,
                idPortenOnly = row.flag("id_porten_only"),
            ),
        )

    private fun form(row: JsonObject) =
        SignInForm(
            number = row.textOrNull("number").orEmpty(),
            kind = row.textOrNull("kind")?.let { SecretKind.valueOf(constant(it)) } ?: SecretKind.PIN,
            secret = row.textOrNull("secret").orEmpty(),
            remember = row["remember"]?.jsonPrimitive?.boolean ?: true,
        )

    private fun phase(name: String): Phase =
        when (name) {
            "Starting" -> Phase.Starting
            "SignedOut" -> Phase.SignedOut
            "Preparing" -> Phase.SigningIn(SignInStep.Preparing)
            "InBrowser" -> Phase.SigningIn(SignInStep.InBrowser(Samples.address, Samples.redirect))
            "CodeWanted" -> Phase.SigningIn(SignInStep.CodeWanted)
            "Checking" -> Phase.SigningIn(SignInStep.Checking)
            "Card" -> Phase.Card
            "Locked" -> Phase.Locked
            else -> error("no phase `$name`")
        }

    private fun failure(row: JsonObject): CardException =
        when (val code = row.text("code")) {
            "Offline" -> CardException.Offline()
            "Service" -> CardException.Service(row["retry_after_s"]?.jsonPrimitive?.int?.toUInt())
            "SignInRefused" -> CardException.SignInRefused(row.text("check"))
            "SignInCancelled" -> CardException.SignInCancelled()
            "SignInExpired" -> CardException.SignInExpired()
            "LevelTooLow" -> CardException.LevelTooLow()
            "ClockWrong" -> CardException.ClockWrong()
            "WrongCredentials" -> CardException.WrongCredentials()
            "LockedOut" -> CardException.LockedOut(row["retry_after_s"]?.jsonPrimitive?.int?.toUInt())
            "Locked" -> CardException.Locked()
            "NoCard" -> CardException.NoCard()
            "StorageFull" -> CardException.StorageFull()
            "StorageReadOnly" -> CardException.StorageReadOnly()
            "StorageDamaged" -> CardException.StorageDamaged()
            "VaultUnavailable" -> CardException.VaultUnavailable()
            "InvalidNumber" -> CardException.InvalidNumber()
            "Internal" -> CardException.Internal()
            else -> error("no code `$code`")
        }

    private fun JsonObject.flag(key: String): Boolean = this[key]?.jsonPrimitive?.boolean ?: false
}

/** `ReaderTurned` → `READER_TURNED`. */
internal fun constant(name: String): String = name.replace(Regex("(?<=[a-z])(?=[A-Z])"), "_").uppercase()
