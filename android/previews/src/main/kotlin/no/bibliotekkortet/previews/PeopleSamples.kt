package no.bibliotekkortet.previews

import androidx.compose.runtime.getValue
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import no.bibliotekkortet.core.AheadView
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.ChildCodeView
import no.bibliotekkortet.core.ChildOutcome
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.ConflictView
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.core.ContactView
import no.bibliotekkortet.core.HouseholdView
import no.bibliotekkortet.core.LedgerEntryView
import no.bibliotekkortet.core.LedgerView
import no.bibliotekkortet.core.RegistrationView
import no.bibliotekkortet.core.RegistryView
import no.bibliotekkortet.core.SecretRulesView

/** People: somebody who gets a card, children, and how the person is reached. */
internal class PeopleSamples(
    file: JsonObject,
) {
    private val changes = file.lists("changes", ::ahead)
    private val children by lazy { file.named("children", ::child) }
    val registrations = file.named("registrations", ::registration)
    val contacts = file.named("contacts", ::contact)
    val conflicts = file.named("conflicts") { ConflictView(details(it.getValue("mine")), details(it.getValue("theirs"))) }
    val ledgers = file.named("ledgers") { LedgerView(it.textOrNull("child"), it.list("entries").map(::entry)) }

    /** Cards are read after these. */
    val households by lazy { file.named("households", ::household) }

    private fun registration(row: JsonObject) =
        RegistrationView(
            registry = row.objectOrNull("registry")?.let { RegistryView(it.text("name"), it.text("born")) },
            steps = row.names("steps").map { enumValueOf(constant(it)) },
            email = row.textOrNull("email"),
            emailVerified = row.flag("email_verified"),
            phone = row.textOrNull("phone"),
            channel = row.caseOrNull<Channel>("channel"),
            pinSet = row.flag("pin_set"),
            passwordSet = row.flag("password_set"),
            homeLibrary = row.textOrNull("home_library")?.let(Samples::library),
        )

    private fun contact(row: JsonObject) =
        ContactView(
            email = row.text("email"),
            emailVerified = row.flag("email_verified"),
            newEmail = row.textOrNull("new_email"),
            details = details(row.getValue("details")),
        )

    private fun details(row: JsonElement) =
        with(row as JsonObject) {
            ContactDetails(textOrNull("phone"), case("channel"), text("language"), names("address_lines"), textOrNull("address_until"))
        }

    private fun entry(row: JsonObject) =
        LedgerEntryView(row.case("done"), row.textOrNull("library")?.let(Samples::library), moment(row.text("at")), row.case("by"))

    private fun household(row: JsonObject) =
        HouseholdView(
            children = row.names("children").map(children::getValue),
            registryLink = "registry_link" !in row || row.flag("registry_link"),
            code = row.objectOrNull("code")?.let(::code),
            ownChanges = row.textOrNull("own_changes")?.let(changes::getValue).orEmpty(),
        )

    private fun code(row: JsonObject) = ChildCodeView(Samples.library(row.text("library")), row.text("code"), moment(row.text("until")))

    private fun child(row: JsonObject) =
        ChildView(
            id = row.text("id"),
            name = row.text("name"),
            age = row.number("age").toUByte(),
            basis = row.case("basis"),
            hasCard = row.flag("has_card"),
            card = row.textOrNull("card")?.let(Samples::card),
            relations = row.textOrNull("relations")?.let(Samples::relations).orEmpty(),
            may = row.names("may").map { enumValueOf(constant(it)) },
            changes = row.textOrNull("changes")?.let(changes::getValue).orEmpty(),
            outcome = row.caseOrNull<ChildOutcome>("outcome"),
        )

    private fun ahead(row: JsonObject) =
        AheadView(
            on = row.text("on"),
            ofChild = row.flag("of_child"),
            act = row.case("act"),
            library = row.textOrNull("library")?.let(Samples::library),
            begins = row.flag("begins"),
            stage = row.case("stage"),
        )

    companion object {
        /** The same in every state. */
        val secretRules = SecretRulesView(4u, 15u, 128u)
    }
}
