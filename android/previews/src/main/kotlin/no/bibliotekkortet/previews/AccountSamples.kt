package no.bibliotekkortet.previews

import kotlinx.serialization.json.JsonObject
import no.bibliotekkortet.core.Basis
import no.bibliotekkortet.core.ExportLine
import no.bibliotekkortet.core.ExportView
import no.bibliotekkortet.core.LeavingView
import no.bibliotekkortet.core.NoticeView
import no.bibliotekkortet.core.ReceiptView
import no.bibliotekkortet.core.RemainingView

/** Receipts, notices, and what leaving leaves behind. */
internal class AccountSamples(
    file: JsonObject,
) {
    val receipts = file.lists("receipts", ::receipt)
    val notices = file.lists("notices", ::notice)
    val leaving = file.named("leaving", ::leaving)
    val exports = file.named("exports", ::export)

    private fun receipt(row: JsonObject) =
        ReceiptView(
            id = row.text("id"),
            library = Samples.library(row.text("library")),
            agreement = row.case("agreement"),
            version = row.text("version"),
            language = row.text("language"),
            signedAt = moment(row.text("signed_at")),
            child = row.textOrNull("child"),
            basis = row.caseOrNull<Basis>("basis"),
            textHash = row.text("text_hash"),
            issuer = row.text("issuer"),
            entry = row.number("entry").toULong(),
            entries = row.number("entries").toULong(),
            proof = row.case("proof"),
        )

    private fun notice(row: JsonObject): NoticeView =
        when (val kind = row.text("kind")) {
            "Unused" -> NoticeView.Unused(moment(row.text("last_used_at")), moment(row.text("ends_at")))
            "SignAgain" ->
                NoticeView.SignAgain(
                    Samples.library(row.text("library")),
                    row.case("agreement"),
                    row.case("severity"),
                    row.text("from"),
                )
            "Closing" -> NoticeView.Closing(Samples.library(row.text("library")), row.flag("for_good"), row.textOrNull("from"))
            "Birthday" ->
                NoticeView.Birthday(row.textOrNull("child"), row.textOrNull("name"), row.number("turns").toUByte(), row.text("on"))
            "LogForked" -> NoticeView.LogForked(moment(row.text("noticed_at")))
            else -> error("no notice `$kind`")
        }

    private fun leaving(row: JsonObject) = LeavingView(row.momentOrNull("ended_at"), row.list("remaining").map(::remaining))

    private fun remaining(row: JsonObject) =
        RemainingView(
            Samples.library(row.text("library")),
            row.case("standing"),
            row.textOrNull("email"),
            row.textOrNull("phone"),
            row.textOrNull("web"),
        )

    private fun export(row: JsonObject) =
        ExportView(row.text("json"), row.list("lines").map { ExportLine(it.case("kind"), it.text("what"), it.momentOrNull("at")) })
}
