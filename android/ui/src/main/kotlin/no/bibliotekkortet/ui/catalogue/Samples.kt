package no.bibliotekkortet.ui.catalogue

import no.bibliotekkortet.core.Barcode
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.LibraryView
import no.bibliotekkortet.core.Symbology
import java.time.Instant
import java.time.ZoneId

/** Invented people, cards and moments. The bars are those of `tests/vectors/barcodes.json`. */
object Samples {
    val zone: ZoneId = ZoneId.of("Europe/Oslo")
    val now: Instant = at("2026-03-12T12:30:00")

    val bjorvika = LibraryView("2030000", "Deichman Bjørvika", "Oslo")
    val tromso = LibraryView("2190200", "Tromsø bibliotek og byarkiv", "Tromsø")
    val karasjok = LibraryView("2202100", "Kárášjoga gielddagirjerádju", "Kárášjohka")
    val bergen = LibraryView("2120100", "Bergen Offentlige Bibliotek", "Bergen")

    val code128 =
        barcode(Symbology.CODE128, "2112141133211231221131411122321311233311212411121311232331112")
    val code39 =
        barcode(
            Symbology.CODE39,
            "12112121111111211221111221211121121111211122111121212211111111122111212112211111112221111111121121212112112111121121211",
        )

    /** A card checked this morning. */
    val fresh =
        CardView(
            number = "N012345678",
            groups = listOf("N", "012", "345", "678"),
            name = "Kari Sandstad",
            homeLibrary = bjorvika,
            libraries = listOf(bjorvika),
            barcode = code128,
            face = CardFace.FRESH,
            checkedAt = at("2026-03-12T09:41:00"),
            showUntil = at("2026-04-11T09:41:00"),
        )
    val ageing =
        fresh.copy(face = CardFace.AGEING, checkedAt = at("2026-03-11T18:20:00"), showUntil = at("2026-04-10T18:20:00"))
    val stale =
        fresh.copy(face = CardFace.STALE, checkedAt = at("2026-02-17T14:05:00"), showUntil = at("2026-03-19T14:05:00"))
    val expired =
        stale.copy(
            face = CardFace.EXPIRED,
            barcode = null,
            checkedAt = at("2026-02-02T14:05:00"),
            showUntil = at("2026-03-04T14:05:00"),
        )
    val ended = fresh.copy(face = CardFace.ENDED, barcode = null)
    val blocked = fresh.copy(face = CardFace.BLOCKED, barcode = null)

    fun at(local: String): Instant =
        java.time.LocalDateTime
            .parse(local)
            .atZone(ZoneId.of("Europe/Oslo"))
            .toInstant()

    private fun barcode(
        symbology: Symbology,
        widths: String,
    ) = Barcode(
        symbology,
        ByteArray(widths.length) { widths[it].digitToInt().toByte() },
        modules = widths.sumOf { it.digitToInt() }.toUShort(),
        quiet = 10u,
    )
}
