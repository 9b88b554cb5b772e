package no.bibliotekkortet.previews

import androidx.compose.runtime.getValue
import androidx.compose.ui.semantics.heading
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import no.bibliotekkortet.core.Basis
import no.bibliotekkortet.core.Change
import no.bibliotekkortet.core.ChangeView
import no.bibliotekkortet.core.ChangesView
import no.bibliotekkortet.core.ClauseView
import no.bibliotekkortet.core.Kroner
import no.bibliotekkortet.core.PartyView
import no.bibliotekkortet.core.RulesView
import no.bibliotekkortet.core.SignsView
import no.bibliotekkortet.core.SpanView
import no.bibliotekkortet.core.StopView
import no.bibliotekkortet.core.TripView

/** Rules to read, and trips on which they are signed. */
internal class TripSamples(
    file: JsonObject,
) {
    private val rules = file.named("rules", ::rules)
    val trips = file.named("trips", ::trip)

    private fun trip(row: JsonObject) =
        TripView(
            stops = row.list("stops").map(::stop),
            at = row.number("at").toUInt(),
            rules = row.textOrNull("rules")?.let(rules::getValue),
            fetching = row.flag("fetching"),
            signing = row.flag("signing"),
            trouble = row.objectOrNull("trouble")?.let(::failure),
            parties = row.list("parties").map(::party),
            party = row.number("party").toUInt(),
        )

    private fun stop(row: JsonObject) =
        StopView(
            library = Samples.library(row.text("library")),
            agreement = row.case("agreement"),
            activation = row.case("activation"),
            read = row.flag("read"),
            receipt = row.textOrNull("receipt"),
            skipped = row.flag("skipped"),
        )

    private fun party(row: JsonObject) =
        PartyView(
            child = row.textOrNull("child"),
            name = row.text("name"),
            age = row.number("age").toUByte(),
            basis = row.caseOrNull<Basis>("basis"),
            signs = signs(row.getValue("signs").jsonObject),
        )

    private fun signs(row: JsonObject): SignsView =
        when (val kind = row.text("kind")) {
            "Here" -> SignsView.Here(row.intOrNull("alone_from")?.toUByte())
            "Themselves" -> SignsView.Themselves
            "Guardian" -> SignsView.Guardian(row.intOrNull("alone_from")?.toUByte())
            "TooYoung" -> SignsView.TooYoung(row.number("from").toUByte())
            "NotSaid" -> SignsView.NotSaid
            else -> error("nobody signs as `$kind`")
        }

    private fun rules(row: JsonObject) =
        RulesView(
            version = row.number("version").toUInt(),
            validFrom = row.text("valid_from"),
            language = row.text("language"),
            languages = row.texts("languages"),
            demo = row.flag("demo"),
            sha256 = row.text("sha256"),
            published = row.text("published"),
            clauses = row.list("clauses").map(::clause),
            changes = row.objectOrNull("changes")?.let(::changes),
        )

    private fun clause(row: JsonObject) =
        ClauseView(
            id = row.text("id"),
            heading = row.text("heading"),
            text = row.text("text"),
            about = row.case("about"),
            kind = row.case("kind"),
            severity = row.case("severity"),
            spans = row.list("spans").map { SpanView(it.case("part"), it.text("text")) },
        )

    private fun changes(row: JsonObject) =
        ChangesView(
            signedAt = moment(row.text("signed_at")),
            version = row.number("version").toUInt(),
            severity = row.case("severity"),
            items =
                row.list("items").map {
                    ChangeView(it.text("clause"), it.text("heading"), it.case("severity"), change(it.getValue("change").jsonObject))
                },
        )

    private fun change(row: JsonObject): Change =
        when (val kind = row.text("kind")) {
            "Amount" -> Change.Amount(row.objectOrNull("old")?.let(::kroner), row.objectOrNull("new")?.let(::kroner))
            "Age" -> Change.Age(row.intOrNull("old")?.toUByte(), row.intOrNull("new")?.toUByte())
            "Added" -> Change.Added(row.case("about"))
            "Removed" -> Change.Removed(row.case("about"))
            "Reworded" -> Change.Reworded(row.case("about"))
            else -> error("no change `$kind`")
        }

    private fun kroner(row: JsonObject) = Kroner(row.number("ore").toULong())
}
