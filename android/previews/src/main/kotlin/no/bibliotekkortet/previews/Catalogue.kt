package no.bibliotekkortet.previews

import androidx.compose.runtime.getValue
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.PeopleForm
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.SecretKind
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.SignInForm
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.shell.isTyped
import no.bibliotekkortet.ui.text.typedDay

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
            registration = row.textOrNull("registration")?.let(Samples::registration),
            household = row.textOrNull("household")?.let(Samples::household),
            actingFor = row.textOrNull("acting_for"),
            shown = row.textOrNull("shown"),
            contact = row.textOrNull("contact")?.let(Samples::contact),
            conflict = row.textOrNull("conflict")?.let(Samples::conflict),
            ledger = row.textOrNull("ledger")?.let(Samples::ledger),
            secretRules = PeopleSamples.secretRules,
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
            child = row.textOrNull("child"),
            step = row.caseOrNull<RegisterStep>("step"),
            picked = row.names("picked"),
            typed = row.objectOrNull("typed")?.let(::typed) ?: PeopleForm(),
            sending = row.flag("sending"),
            refused = refused(row)?.takeIf { it.isTyped },
            refusal = refused(row)?.takeUnless { it.isTyped },
            done = row.flag("done"),
            registered = row.flag("registered"),
            queue = row["queue"]?.let { _ -> row.names("queue") },
        )

    private fun refused(row: JsonObject) = row.objectOrNull("refused")?.let(::failure)

    /** That of its relation: the child's, while somebody acts for one. */
    private fun related(
        row: JsonObject,
        number: String,
    ) = relations(row).find { it.profile.library.number == number }?.profile

    private fun relations(row: JsonObject): List<RelationView> {
        val child = row.textOrNull("acting_for") ?: return row.textOrNull("relations")?.let(Samples::relations).orEmpty()
        val household = row.textOrNull("household")?.let(Samples::household)
        return household
            ?.children
            ?.find { it.id == child }
            ?.relations
            .orEmpty()
    }

    private fun typed(row: JsonObject) =
        PeopleForm(
            email = row.textOrNull("email"),
            code = row.textOrNull("code").orEmpty(),
            phone = row.textOrNull("phone"),
            channel = row.caseOrNull<Channel>("channel"),
            pin = row.textOrNull("pin").orEmpty(),
            password = row.textOrNull("password").orEmpty(),
            lines = row["lines"]?.let { _ -> row.names("lines") },
            until = row.textOrNull("until")?.let(::typedDay),
            language = row.textOrNull("language"),
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
}

/** `ReaderTurned` → `READER_TURNED`. */
internal fun constant(name: String): String = name.replace(Regex("(?<=[a-z])(?=[A-Z])"), "_").uppercase()
