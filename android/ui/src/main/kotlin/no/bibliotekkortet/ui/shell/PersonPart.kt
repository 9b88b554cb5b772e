package no.bibliotekkortet.ui.shell

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.update
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.PersonActions
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState

/** How the person is reached, and what they prove themselves with: when getting a card, and later. */
abstract class PersonPart(
    core: CardAppInterface,
    coreStates: StateFlow<AppState>,
    first: ShellState,
    surroundings: Surroundings,
) : Typed(core, coreStates, first, surroundings),
    PersonActions {
    private val typed get() = shellState.value.typed

    /** Goes on to what is left to tell. */
    protected abstract fun advance()

    override fun sendEmail() {
        val known = core.state().registration
        val email = (typed.email ?: known?.email).orEmpty().trim()
        if (known?.emailVerified == true && email == known.email) return advance()
        sendTo(email)
    }

    override fun codeAgain() {
        val state = core.state()
        val email = state.registration?.email ?: state.contact?.newEmail ?: return
        sendTo(email) { shellState.update { it.copy(done = true) } }
    }

    private fun sendTo(
        email: String,
        then: () -> Unit = {},
    ) = send(Action.CHANGE_CONTACT, {
        typed.code = ""
        shellState.update { it.copy(step = null) }
        if (registering) advance()
        then()
    }) { core.changeEmail(email) }

    override fun editEmail() {
        if (!registering && shellState.value.opened != Opened.EMAIL) push(Opened.EMAIL)
        typed.code = ""
        shellState.update { it.copy(step = RegisterStep.EMAIL, refused = null) }
    }

    override fun enterCode() {
        push(Opened.EMAIL)
        shellState.update { it.copy(step = null) }
    }

    override fun sendCode() {
        send(Action.CHANGE_CONTACT, {
            typed.code = ""
            if (registering) {
                advance()
            } else {
                typed.email = null
                if (shellState.value.opened == Opened.EMAIL) pop()
                shellState.update { it.copy(done = true, step = RegisterStep.EMAIL_CODE) }
            }
        }) { core.proveEmail(typed.code) }
    }

    override fun seeContact() {
        push(Opened.CONTACT)
        ask(Action.CHANGE_CONTACT) { core.seeContact() }
    }

    override fun saveContact() {
        val state = core.state()
        val draft = state.registration
        val known = state.contact?.details
        val details =
            when {
                draft != null -> typed.reach(ContactDetails(draft.phone, draft.channel ?: PRESET, language, emptyList(), null))
                known == null -> return
                shellState.value.opened == Opened.ADDRESS_FORM -> typed.address(known)
                else -> typed.reach(known)
            }
        change(details)
    }

    override fun removeAddress() {
        val known =
            core
                .state()
                .contact
                ?.details ?: return
        change(known.copy(addressLines = emptyList(), addressUntil = null))
    }

    private fun change(details: ContactDetails) =
        send(Action.CHANGE_CONTACT, {
            if (registering) advance() else saved()
        }) { core.changeContact(details) }

    override fun resolveConflict(mine: Boolean) = send(Action.CHANGE_CONTACT, ::saved) { core.resolveConflict(mine) }

    /** What stands in the fields is the service's now. */
    private fun saved() {
        typed.clear()
        if (shellState.value.opened in FORMS) pop()
        shellState.update { it.copy(done = true, step = null) }
    }

    override fun saveSecret() {
        val known = core.state().registration
        when (shellState.value.opened) {
            Opened.PIN -> secrets({ shellState.update { it.copy(done = true) } }, withPassword = false)
            Opened.PASSWORD -> secrets({ shellState.update { it.copy(done = true) } }, withPin = false)
            else -> if (known?.pinSet == true && typed.pin.isEmpty() && typed.password.isEmpty()) advance() else secrets(::advance)
        }
    }

    /** Read when it is sent, and gone when it was taken: nothing else holds it. */
    private fun secrets(
        then: () -> Unit,
        withPin: Boolean = true,
        withPassword: Boolean = true,
    ) = send(Action.CHANGE_SECRET, {
        typed.wipe()
        then()
    }) { core.chooseSecrets(typed.pin.takeIf { withPin }, typed.password.takeIf { withPassword && it.isNotEmpty() }) }

    private companion object {
        /** What most people want. */
        val PRESET = Channel.EMAIL
        val FORMS = setOf(Opened.CONTACT_FORM, Opened.ADDRESS_FORM)
    }
}
