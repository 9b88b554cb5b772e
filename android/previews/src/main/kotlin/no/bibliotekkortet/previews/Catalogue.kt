package no.bibliotekkortet.previews

import androidx.compose.runtime.getValue
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.SignInForm
import no.bibliotekkortet.ui.Tab

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
            state(row),
            shell(row),
        )

    private fun state(row: JsonObject) =
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
            relations = row.textOrNull("relations")?.let(Samples::relations).orEmpty(),
            relationsAt = row.momentOrNull("relations_at"),
            asking = row.flag("asking") && "tab" in row,
            trip = row.textOrNull("trip")?.let(Samples::trip),
            receipts = row.textOrNull("receipts")?.let(Samples::receipts).orEmpty(),
            notices = row.textOrNull("notices")?.let(Samples::notices).orEmpty(),
            leaving = row.textOrNull("leaving")?.let(Samples::leaving),
            trouble = row.objectOrNull("trouble")?.let(::failure),
        )

    private fun shell(row: JsonObject) =
        ShellState(
            language = "nb",
            now = Samples.now,
            zone = Samples.zone,
            trouble = row.caseOrNull<ShellTrouble>("shell_trouble"),
            opened = row.caseOrNull<Opened>("opened") ?: Opened.NOTHING,
            form = row.objectOrNull("form")?.let(::form) ?: SignInForm(),
            device = row.textOrNull("device"),
            asking = row.flag("asking") && "tab" !in row,
            ending = row.textOrNull("ending"),
            action = row.caseOrNull<Action>("action") ?: Action.END_DEVICES,
            idPortenOnly = row.flag("id_porten_only"),
            tab = row.caseOrNull<Tab>("tab") ?: Tab.CARD,
            query = row.textOrNull("query").orEmpty(),
            found = row.textOrNull("found")?.let(Samples::found),
            chosen = row.names("chosen"),
            library = row.textOrNull("library"),
            profile = row.textOrNull("library")?.let { number -> related(row, number) ?: Samples.profile(number) },
            receipt = row.textOrNull("receipt"),
            export = row.textOrNull("export")?.let(Samples::export),
            textStep = row.intOrNull("text_step") ?: 0,
            held = row.intOrNull("held") ?: 0,
        )

    private fun related(
        row: JsonObject,
        number: String,
    ) = row
        .textOrNull("relations")
        ?.let(Samples::relations)
        .orEmpty()
        .find { it.profile.library.number == number }
        ?.profile

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
}

/** `ReaderTurned` → `READER_TURNED`. */
internal fun constant(name: String): String = name.replace(Regex("(?<=[a-z])(?=[A-Z])"), "_").uppercase()
