package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Activation
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.LibraryView
import no.bibliotekkortet.core.RulesView
import no.bibliotekkortet.core.StopView
import no.bibliotekkortet.core.Symbology
import no.bibliotekkortet.core.TripView

/** A directory of three. */
internal val STILL_LIBRARIES =
    mapOf("2030000" to "Deichman Bjørvika", "2190200" to "Tromsø bibliotek", "2160100" to "Trondheim bibliotek").map { (number, name) ->
        LibraryProfile(
            library = LibraryView(number, name, name.substringBefore(' ')),
            isil = "NO-$number",
            municipality = "",
            county = "",
            branchOf = null,
            branches = emptyList(),
            activation = Activation.DIGITAL,
            staffless = false,
            cardFrom = null,
            rulesAloneFrom = 15u,
            symbology = Symbology.CODE128,
            closing = null,
            email = null,
            phone = null,
            web = null,
            metres = null,
            matched = emptyList(),
        )
    }

internal fun stillTrip(
    libraries: List<String>,
    agreement: Agreement,
) = TripView(
    stops =
        libraries.map { number ->
            val library = STILL_LIBRARIES.first { it.library.number == number }.library
            StopView(library, agreement, Activation.DIGITAL, read = false, receipt = null, skipped = false)
        },
    at = 0u,
    rules = null,
    fetching = false,
    signing = false,
    trouble = null,
    parties = emptyList(),
    party = 0u,
)

internal fun TripView.read() = here { it.copy(read = true) }

internal fun TripView.signed() = here { it.copy(receipt = "r$at") }.copy(at = at + 1u)

private fun TripView.here(change: (StopView) -> StopView) =
    copy(stops = stops.mapIndexed { index, stop -> if (index == at.toInt()) change(stop) else stop })

/** A text of one line. */
internal val STILL_RULES =
    RulesView(
        version = 1u,
        validFrom = "2025-01-01",
        language = "nb",
        languages = listOf("nb"),
        demo = true,
        sha256 = "",
        published = "Lånetid",
        clauses = emptyList(),
        changes = null,
    )
