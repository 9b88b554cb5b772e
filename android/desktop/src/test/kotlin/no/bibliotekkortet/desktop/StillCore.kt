package no.bibliotekkortet.desktop

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.core.Credential
import no.bibliotekkortet.core.DeviceView
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.ExportView
import no.bibliotekkortet.core.Found
import no.bibliotekkortet.core.LeavingView
import no.bibliotekkortet.core.LedgerView
import no.bibliotekkortet.core.NoHandle
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.Position
import no.bibliotekkortet.core.SecretRulesView
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.core.StateObserver
import no.bibliotekkortet.core.Step
import no.bibliotekkortet.core.Subscription
import no.bibliotekkortet.ui.shell.Screen
import java.time.Instant
import java.util.concurrent.CopyOnWriteArrayList

/** Goes where a sign-in goes, without a provider, and refuses what a test says. */
internal class StillCore : CardAppInterface {
    val states =
        MutableStateFlow(
            AppState(
                0uL,
                Phase.SignedOut,
                card = null,
                refreshing = false,
                offline = false,
                needsSignIn = false,
                clearedFor = null,
                devices = null,
                lockCard = false,
                relations = emptyList(),
                relationsAt = null,
                asking = false,
                trip = null,
                receipts = emptyList(),
                notices = emptyList(),
                leaving = null,
                registration = null,
                household = null,
                actingFor = null,
                shown = null,
                contact = null,
                conflict = null,
                ledger = null,
                secretRules = SecretRulesView(4u, 15u, 128u),
                trouble = null,
            ),
        )

    /** What was asked, in order. */
    val asked = CopyOnWriteArrayList<String>()
    val finished = CopyOnWriteArrayList<String>()
    val url = "http://localhost/authorize?request_uri=urn:x"

    /** What the next devices' errands meet, one each. */
    val refusals = ArrayDeque<CardException>()

    /** What the card that is to be made meets, once. */
    var cardRefusal: CardException? = null

    /** What the form meets. */
    var formRefusal: CardException? = null

    @Volatile var refuses = false

    @Volatile var breaks = false

    fun change(change: (AppState) -> AppState) = states.update { change(it).copy(revision = it.revision + 1uL) }

    fun put(
        phase: Phase,
        trouble: CardException? = null,
    ) = change { it.copy(phase = phase, trouble = trouble) }

    override fun state() = states.value

    override fun observe(observer: StateObserver) = Subscription(NoHandle)

    override suspend fun start() = Unit

    override suspend fun beginSignIn(
        door: Door,
        redirectUri: String,
        language: String,
    ): String {
        asked += "beginSignIn $door"
        put(Phase.SigningIn(SignInStep.InBrowser(url, redirectUri)))
        return url
    }

    override suspend fun beginAgain(
        redirectUri: String,
        language: String,
    ): String {
        asked += "beginAgain"
        put(Phase.SigningIn(SignInStep.InBrowser(url, redirectUri)))
        return url
    }

    override suspend fun signInWithCard(
        user: String,
        credential: Credential,
        remember: Boolean,
        redirectUri: String,
        language: String,
    ): String? {
        asked += "signInWithCard $user ${credential::class.simpleName} $remember"
        formRefusal?.let {
            if (it !is CardException.InvalidNumber) put(Phase.SignedOut, it)
            throw it
        }
        put(Phase.SigningIn(SignInStep.CodeWanted))
        return null
    }

    override suspend fun giveOneTimeCode(code: String) {
        asked += "giveOneTimeCode"
        put(Phase.Card)
    }

    override suspend fun stepUp(
        action: Action,
        redirectUri: String,
        language: String,
    ): String {
        asked += "stepUp $action"
        put(Phase.SigningIn(SignInStep.InBrowser(url, redirectUri)))
        return url
    }

    override suspend fun goOn() {
        asked += "goOn"
        change { it.copy(clearedFor = null) }
    }

    override suspend fun finishSignIn(redirect: String) {
        finished.add(redirect)
        if (!refuses) return put(Phase.SignedOut)
        val refusal = CardException.SignInRefused("state")
        put(state().phase, refusal)
        throw refusal
    }

    override suspend fun cancelSignIn() = put(Phase.SignedOut)

    override suspend fun refresh() = check(!breaks) { "not a code" }

    override suspend fun signOut(
        redirectUri: String?,
        language: String,
    ): String? {
        asked += "signOut"
        put(Phase.SignedOut)
        return redirectUri?.let { "http://localhost/endsession?to=$it" }
    }

    override suspend fun finishSignOut(redirect: String) {
        asked += "finishSignOut"
        throw CardException.SignInRefused("state")
    }

    override suspend fun seeDevices() = errand("seeDevices") { it.copy(devices = listOf(HERE, AWAY)) }

    override suspend fun endDevice(id: String) =
        errand("endDevice $id") { state ->
            state.copy(
                devices =
                    state.devices?.filter {
                        it.id != id
                    },
            )
        }

    override suspend fun inFront(`is`: Boolean) {
        asked += "inFront $`is`"
    }

    override suspend fun unlock() {
        asked += "unlock"
        if (state().phase is Phase.Locked) put(Phase.Card)
    }

    override suspend fun lockCard(lock: Boolean) = errand("lockCard $lock") { it.copy(lockCard = lock) }

    override suspend fun dismissTrouble() = put(state().phase)

    override fun findLibraries(
        text: String,
        near: Position?,
        limit: UInt,
        language: String,
    ): Found {
        asked += "find $text" + if (near == null) "" else " near"
        return Found(STILL_LIBRARIES.filter { text in it.library.name }, STILL_LIBRARIES.size.toUInt(), demo = true)
    }

    override fun library(
        number: String,
        language: String,
    ) = STILL_LIBRARIES.find { it.library.number == number }

    override suspend fun seeLibraries() = errand("seeLibraries") { it.copy(relationsAt = Instant.now()) }

    override suspend fun chooseHome(number: String) =
        errand("chooseHome $number") { state ->
            state.told(Step.HOME_LIBRARY).copy(relations = state.relations.map { it.copy(home = it.profile.library.number == number) })
        }

    override suspend fun withdraw(number: String) = errand("withdraw $number") { it }

    override suspend fun watchDesk(on: Boolean) {
        asked += "watchDesk $on"
    }

    override suspend fun beginTrip(
        libraries: List<String>,
        agreement: Agreement,
        language: String,
    ) = errand("beginTrip $libraries $agreement") { it.copy(trip = stillTrip(libraries, agreement)) }

    override suspend fun goToStop(
        stop: UInt,
        language: String,
    ) = errand("goToStop $stop $language") { it }

    override suspend fun signFor(party: UInt) = errand("signFor $party") { it.copy(trip = it.trip?.copy(party = party)) }

    override suspend fun haveRead() = errand("haveRead") { it.copy(trip = it.trip?.read()) }

    override suspend fun sign() = errand("sign") { it.copy(trip = it.trip?.signed()) }

    override suspend fun skipStop() = errand("skipStop") { it.copy(trip = it.trip?.run { copy(at = at + 1u) }) }

    override suspend fun endTrip() = errand("endTrip") { it.copy(trip = null) }

    override suspend fun checkReceipt(id: String) = errand("checkReceipt $id") { it }

    override suspend fun receiptFile(id: String) = "{}".toByteArray().also { asked += "receiptFile $id" }

    override suspend fun keepCard() = errand("keepCard") { it.copy(notices = emptyList()) }

    override suspend fun seeLeaving() = errand("seeLeaving") { it.copy(leaving = LeavingView(null, emptyList())) }

    override suspend fun leave() = errand("leave") { it.copy(leaving = LeavingView(Instant.now(), emptyList())) }

    override suspend fun exportData(): ExportView {
        errand("exportData") { it }
        return ExportView("{}", emptyList())
    }

    override suspend fun beginRegistration(
        redirectUri: String,
        language: String,
    ): String {
        asked += "beginRegistration"
        put(Phase.SigningIn(SignInStep.InBrowser(url, redirectUri)))
        return url
    }

    override suspend fun changeEmail(email: String) = errand("changeEmail $email") { it.toldEmail(email) }

    override suspend fun proveEmail(code: String) = errand("proveEmail") { it.provedEmail() }

    override suspend fun seeContact() = errand("seeContact") { it.copy(contact = STILL_CONTACT) }

    override suspend fun changeContact(details: ContactDetails) = errand("changeContact $details") { it.toldContact(details) }

    override suspend fun resolveConflict(keepMine: Boolean) = errand("resolveConflict $keepMine") { it.copy(conflict = null) }

    override suspend fun chooseSecrets(
        pin: String?,
        password: String?,
    ) = errand("chooseSecrets ${pin != null} ${password != null}") { it.told(Step.SECRETS) }

    override suspend fun finishRegistration(language: String) {
        cardRefusal?.let { refusals.addFirst(it) }
        cardRefusal = null
        errand(
            "finishRegistration",
        ) { it.copy(registration = null, card = STILL_CARD, trip = stillTrip(listOf("2190200"), Agreement.RULES)) }
    }

    override suspend fun registerChildren(
        children: List<String>,
        library: String,
    ) = errand("registerChildren $children $library") { it.registered(children) }

    override suspend fun makeChildCode(library: String) = errand("makeChildCode $library") { it }

    override suspend fun actFor(childId: String?) = errand("actFor $childId") { it.copy(actingFor = childId) }

    override suspend fun showCardOf(childId: String?) {
        asked += "showCardOf $childId"
        change { it.copy(shown = childId) }
    }

    override suspend fun seeLedger(childId: String?) = errand("seeLedger $childId") { it.copy(ledger = LedgerView(childId, emptyList())) }

    private fun errand(
        what: String,
        change: (AppState) -> AppState,
    ) {
        asked += what
        refusals.removeFirstOrNull()?.let { throw it }
        change(change)
    }

    companion object {
        val HERE = DeviceView("d1", "Demotelefonen", Door.ID_PORTEN, Instant.EPOCH, Instant.EPOCH, true)
        val AWAY = DeviceView("d2", "", Door.CARD_NUMBER, Instant.EPOCH, Instant.EPOCH, false)
    }
}

private const val PATIENCE_MS = 30_000L

internal fun AppController.await(condition: (Screen) -> Boolean): Screen =
    runBlocking { withTimeout(PATIENCE_MS) { screen.first(condition) } }

internal fun eventually(condition: () -> Boolean) {
    val end = System.nanoTime() + PATIENCE_MS * 1_000_000
    while (!condition()) {
        check(System.nanoTime() < end) { "it never came" }
        Thread.sleep(2) // leaves the processor to what is waited for
    }
}
