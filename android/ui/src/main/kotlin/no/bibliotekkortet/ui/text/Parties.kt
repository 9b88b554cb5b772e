package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.Basis
import no.bibliotekkortet.core.PartyView
import no.bibliotekkortet.core.SignsView

/** Why one can't sign here for somebody; null when one can. */
fun whyNot(
    party: PartyView,
    words: Strings,
): String? {
    val self = party.child == null
    return when (val signs = party.signs) {
        is SignsView.Here -> null
        is SignsView.Themselves -> words.tripSignsThemselves(party.name)
        is SignsView.TooYoung -> words.tripSignsTooYoung("${signs.from}")
        is SignsView.NotSaid -> if (self) words.tripSignsNotSaidSelf else words.tripSignsNotSaid(party.name)
        is SignsView.Guardian -> guardian(party.name, self, signs.aloneFrom?.toString(), words)
    }
}

/** By what right one signs for a child; null for oneself. */
fun basis(
    party: PartyView,
    words: Strings,
): String? =
    when (party.basis) {
        Basis.PARENTAL_RESPONSIBILITY -> words.tripBasisParental
        Basis.GUARDIAN -> words.tripBasisGuardian
        Basis.LIBRARY_CONFIRMED -> words.tripBasisLibrary
        null -> null
    }

/** The same on a receipt. */
fun basis(
    basis: Basis,
    words: Strings,
): String =
    when (basis) {
        Basis.PARENTAL_RESPONSIBILITY -> words.receiptBasisParental
        Basis.GUARDIAN -> words.receiptBasisGuardian
        Basis.LIBRARY_CONFIRMED -> words.receiptBasisLibrary
    }

private fun guardian(
    name: String,
    self: Boolean,
    from: String?,
    words: Strings,
): String =
    when {
        from == null -> if (self) words.tripSignsGuardianSelf else words.tripSignsGuardian(name)
        self -> words.tripSignsGuardianSelfUntil(from)
        else -> words.tripSignsGuardianUntil(age = from, name = name)
    }
