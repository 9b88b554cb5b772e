package no.bibliotekkortet.desktop

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardAppInterface
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Credential
import no.bibliotekkortet.core.DeviceView
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.NoHandle
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.core.StateObserver
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
                trouble = null,
            ),
        )

    /** What was asked, in order. */
    val asked = CopyOnWriteArrayList<String>()
    val finished = CopyOnWriteArrayList<String>()
    val url = "http://localhost/authorize?request_uri=urn:x"

    /** What the next devices' errands meet, one each. */
    val refusals = ArrayDeque<CardException>()

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

private const val PATIENCE_MS = 10_000L

internal fun AppController.await(condition: (Screen) -> Boolean): Screen =
    runBlocking { withTimeout(PATIENCE_MS) { screen.first(condition) } }

internal fun eventually(condition: () -> Boolean) {
    val end = System.nanoTime() + PATIENCE_MS * 1_000_000
    while (!condition()) check(System.nanoTime() < end) { "it never came" }
}
