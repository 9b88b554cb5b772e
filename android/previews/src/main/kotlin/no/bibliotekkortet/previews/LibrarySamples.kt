package no.bibliotekkortet.previews

import androidx.compose.runtime.getValue
import kotlinx.serialization.json.JsonObject
import no.bibliotekkortet.core.AgreementView
import no.bibliotekkortet.core.ClosingView
import no.bibliotekkortet.core.Found
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.Matched
import no.bibliotekkortet.core.NewerView
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.SignedView

/** Libraries, and what the person is to each. */
internal class LibrarySamples(
    file: JsonObject,
) {
    val profiles = file.named("profiles", ::profile)
    val relations = file.lists("relations", ::relation)
    val found = file.named("found", ::found)

    private fun profile(row: JsonObject) =
        LibraryProfile(
            library = Samples.library(row.text("library")),
            isil = row.text("isil"),
            municipality = row.text("municipality"),
            county = row.text("county"),
            branchOf = row.textOrNull("branch_of")?.let(Samples::library),
            branches = row.names("branches").map(Samples::library),
            activation = row.case("activation"),
            staffless = row.flag("staffless"),
            cardFrom = row.intOrNull("card_from")?.toUByte(),
            rulesAloneFrom = row.number("rules_alone_from").toUByte(),
            symbology = row.case("symbology"),
            closing = row.objectOrNull("closing")?.let(::closing),
            email = row.textOrNull("email"),
            phone = row.textOrNull("phone"),
            web = row.textOrNull("web"),
            metres = null,
            matched = emptyList(),
        )

    private fun closing(row: JsonObject) = ClosingView(row.flag("for_good"), row.flag("now"), row.textOrNull("from"), row.textOrNull("to"))

    private fun found(row: JsonObject) = Found(row.list("libraries").map(::hit), row.number("total").toUInt(), row.flag("demo"))

    private fun hit(row: JsonObject) =
        profiles.getValue(row.text("profile")).copy(
            metres = row.intOrNull("metres")?.toUInt(),
            matched = row.list("matched").map { Matched(it.number("from").toUInt(), it.number("to").toUInt()) },
        )

    private fun relation(row: JsonObject) =
        RelationView(
            profile = profiles.getValue(row.text("profile")),
            standing = row.case("standing"),
            since = moment(row.text("since")),
            home = row.flag("home"),
            agreements = row.list("agreements").map(::agreement),
        )

    private fun agreement(row: JsonObject) =
        AgreementView(row.case("agreement"), row.objectOrNull("signed")?.let(::signed), row.objectOrNull("newer")?.let(::newer))

    private fun signed(row: JsonObject) =
        SignedView(
            confirmed = row.flag("confirmed"),
            since = moment(row.text("since")),
            version = row.number("version").toUInt(),
            language = row.text("language"),
            signedAt = moment(row.text("signed_at")),
            deskCode = row.textOrNull("desk_code"),
            deskCodeUntil = row.momentOrNull("desk_code_until"),
        )

    private fun newer(row: JsonObject) = NewerView(row.number("version").toUInt(), row.case("severity"), row.text("from"))
}
