package no.bibliotekkortet.desktop

import no.bibliotekkortet.core.Act
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.Basis
import no.bibliotekkortet.core.CardFace
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.ChildOutcome
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.core.ContactView
import no.bibliotekkortet.core.HouseholdView
import no.bibliotekkortet.core.RegistrationView
import no.bibliotekkortet.core.RegistryView
import no.bibliotekkortet.core.Step
import java.time.Instant

/** Somebody who has told nothing yet. */
internal val STILL_DRAFT =
    RegistrationView(
        registry = RegistryView("Ingrid Nordvik", "1994-06-30"),
        steps = Step.entries,
        email = null,
        emailVerified = false,
        phone = null,
        channel = null,
        pinSet = false,
        passwordSet = false,
        homeLibrary = null,
    )

/** A card without bars: nothing here is drawn. */
internal val STILL_CARD =
    CardView(
        number = "N012345678",
        groups = listOf("N", "012", "345", "678"),
        name = "Ingrid Nordvik",
        homeLibrary = STILL_LIBRARIES.first { it.library.number == "2190200" }.library,
        libraries = emptyList(),
        barcode = null,
        face = CardFace.FRESH,
        checkedAt = Instant.EPOCH,
        showUntil = Instant.MAX,
    )

internal val STILL_CONTACT =
    ContactView(
        email = "ingrid@example.com",
        emailVerified = true,
        newEmail = null,
        details = ContactDetails("+4700000000", Channel.EMAIL, "nb", emptyList(), null),
    )

/** Twins, and a child who has a card. */
internal val STILL_HOUSEHOLD =
    HouseholdView(
        children = listOf(child("c1", "Nora", card = STILL_CARD), child("c9", "Tuva"), child("c10", "Teo")),
        registryLink = true,
        code = null,
        ownChanges = emptyList(),
    )

private fun child(
    id: String,
    name: String,
    card: CardView? = null,
) = ChildView(
    id = id,
    name = name,
    age = 8u,
    basis = Basis.PARENTAL_RESPONSIBILITY,
    hasCard = card != null,
    card = card?.copy(name = name),
    relations = emptyList(),
    may = Act.entries,
    changes = emptyList(),
    outcome = null,
)

/** One step less is left. */
internal fun AppState.told(step: Step) = copy(registration = registration?.run { copy(steps = steps - step) })

internal fun AppState.toldEmail(email: String): AppState {
    val draft = registration ?: return copy(contact = contact?.copy(newEmail = email))
    val left = listOf(Step.EMAIL_CODE) + (draft.steps - Step.EMAIL - Step.EMAIL_CODE)
    return copy(registration = draft.copy(email = email, emailVerified = false, steps = left))
}

internal fun AppState.provedEmail(): AppState =
    copy(contact = contact?.run { copy(email = newEmail ?: email, newEmail = null) })
        .told(Step.EMAIL_CODE)
        .run { copy(registration = registration?.copy(emailVerified = true)) }

internal fun AppState.toldContact(details: ContactDetails): AppState =
    copy(contact = contact?.copy(details = details))
        .told(Step.CONTACT)
        .run { copy(registration = registration?.copy(phone = details.phone, channel = details.channel)) }

internal fun AppState.registered(ids: List<String>): AppState =
    copy(
        household =
            household?.run {
                copy(children = children.map { if (it.id in ids) it.copy(hasCard = true, outcome = ChildOutcome.REGISTERED) else it })
            },
    )
