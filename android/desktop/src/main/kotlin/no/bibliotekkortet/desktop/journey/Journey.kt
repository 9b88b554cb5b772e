package no.bibliotekkortet.desktop.journey

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.desktop.AppGraph
import no.bibliotekkortet.desktop.Arguments
import no.bibliotekkortet.desktop.Browser
import no.bibliotekkortet.desktop.EXIT_STEP_MISSING
import no.bibliotekkortet.desktop.StopAt
import no.bibliotekkortet.desktop.Walk
import no.bibliotekkortet.desktop.returnTitle
import no.bibliotekkortet.ui.Tags
import java.io.IOException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/**
 * The app walking through by itself: sign in, see the card, lose the network, still see the card. Same screens, same
 * controller, same core as in the window; only the hand that clicks and the browser are not a person's.
 */
class Journey(
    private val arguments: Arguments,
) {
    private val pictures = Pictures(arguments.out)
    private val mailbox = Mailbox(arguments.cardService, pictures)
    private var handedOver = CompletableFuture<String>()
    private val browser = Browser { url -> handedOver.complete(url) }

    /** Exit code: 0 when it came where this person comes, 1 with a sentence when a step didn't come. */
    fun run(): Int =
        try {
            val hasCard = AppGraph(arguments, browser).use(::walk)
            if (hasCard && !arguments.resume && arguments.walk != Walk.LEAVE) loseNetwork()
            0
        } catch (missing: StepMissing) {
            System.err.println(missing.message)
            EXIT_STEP_MISSING
        } catch (gone: IOException) {
            System.err.println("The journey stopped: ${gone.message}.")
            EXIT_STEP_MISSING
        }

    private fun walk(graph: AppGraph): Boolean {
        var end: AppState? = null
        Stage.play(arguments, graph.controller, pictures) {
            graph.controller.start()
            val first = await("the first screen") { it.phase !is Phase.Starting }
            when (val phase = first.phase) {
                is Phase.SignedOut -> signIn()
                is Phase.SigningIn -> goOn(phase)
                else -> Unit
            }
            end = await("the card, or a word about it") { it.isThere() }
            show(end)
        }
        return end?.phase is Phase.Card
    }

    private fun Stage.signIn() {
        picture("sign-in")
        if (arguments.walk == Walk.REGISTER) {
            begin()
            throughBrowser(Tags.GET_CARD)
            return
        }
        when (arguments.door) {
            Door.ID_PORTEN -> throughBrowser(Tags.DOOR_IDPORTEN)
            Door.FEIDE -> throughBrowser(Tags.DOOR_FEIDE)
            Door.CARD_NUMBER -> byNumber(Typed.fromEnvironment())
        }
    }

    private fun Stage.throughBrowser(door: String) {
        click(door)
        val state = await("the address for the browser") { it.waitingInBrowser() != null || it.trouble != null }
        if (state.trouble != null) return
        awaitTag(Tags.OPEN_BROWSER_AGAIN)
        picture("waiting")
        stop(StopAt.BROWSER)
        inChromium(urlForBrowser())
    }

    private fun Stage.byNumber(typed: Typed) {
        click(Tags.DOOR_CARD_NUMBER)
        type(Tags.NUMBER_FIELD, typed.number)
        type(Tags.SECRET_FIELD, typed.pin)
        picture("card-form")
        click(Tags.SUBMIT)
        val next = await("the card, or what it takes") { it.wantsCode() || it.waitingInBrowser() != null || it.isThere() }
        if (next.wantsCode()) {
            type(Tags.CODE_FIELD, typed.oneTimeCode)
            picture("one-time-code")
            click(Tags.SUBMIT)
        } else if (next.waitingInBrowser() != null) {
            inChromium(urlForBrowser())
        }
    }

    /** The sign-ins on all devices; who came in by less than they take signs in once more on the way. */
    private fun Stage.devices() {
        click(Tags.TAB_ME)
        click(Tags.MENU_DEVICES)
        if (awaitOne(Tags.ONLY_THIS_DEVICE, Tags.STEP_UP) == Tags.STEP_UP) {
            surer()
            awaitOne(Tags.ONLY_THIS_DEVICE, Tags.DEVICES)
            await("the sign-ins") { it.devices != null }
        }
        picture("devices")
        click(Tags.BACK)
        click(Tags.TAB_CARD)
    }

    /** A surer sign-in, from its page and back. */
    private fun Stage.surer() {
        picture("step-up")
        handedOver = CompletableFuture()
        click(Tags.STEP_UP_ID_PORTEN)
        inChromium(urlForBrowser())
    }

    /** After a kill the core still knows where the browser was to go, and the controller listens there again. */
    private fun Stage.goOn(phase: Phase.SigningIn) {
        awaitTag(Tags.OPEN_BROWSER_AGAIN)
        picture("waiting")
        val step = phase.step as? SignInStep.InBrowser ?: throw StepMissing("The sign-in that waited is gone.")
        inChromium(step.url)
    }

    private fun urlForBrowser(): String =
        try {
            handedOver.get(WAIT_S, TimeUnit.SECONDS)
        } catch (_: TimeoutException) {
            throw StepMissing("I waited $WAIT_S seconds for the app to open the browser.")
        }

    /** The sandbox's page, filled in by a real browser, which follows the redirect back by itself. */
    private fun Stage.inChromium(url: String) =
        WebDriver.start().use { chromium ->
            chromium.go(url)
            chromium.click(chromium.find("input[name=person][value=${arguments.persona}]"))
            pictures.keep("browser-login", chromium.screenshot())
            chromium.click(chromium.find("button#login"))
            await("the browser to come back") { it.phase !is Phase.SigningIn || it.trouble != null }
            val title = chromium.title()
            if (title != returnTitle(arguments.language)) throw StepMissing("The browser stopped at the page “$title”.")
        }

    private fun Stage.show(end: AppState) {
        if (end.registration != null) {
            RegisterWalk(this, mailbox).walk()
            return
        }
        val settled = await("the register's answer") { !it.refreshing }
        if (end.phase !is Phase.Card) {
            awaitTag(Tags.TROUBLE)
            picture("no-card")
            println("ended at: ${placeOf(settled)}")
            if (settled.trouble !is CardException.NoCard) {
                throw StepMissing("There came no card: ${placeOf(settled)}.")
            }
            return
        }
        awaitTag(Tags.CARD_FACE)
        picture("card")
        stop(StopAt.CARD)
        if (settled.card?.barcode != null) read()
        if (arguments.door == Door.CARD_NUMBER) devices()
        if (settled.card?.barcode == null) return
        when (arguments.walk) {
            Walk.CARD, Walk.REGISTER -> Unit
            Walk.LIBRARIES -> LibraryWalk(this, pictures, arguments.cardService) { surer() }.walk()
            Walk.LEAVE -> AccountWalk(this) { surer() }.walk()
            Walk.CHILDREN -> ChildrenWalk(this) { surer() }.walk()
            Walk.CONTACT -> ContactWalk(this, mailbox) { surer() }.walk()
        }
    }

    private fun Stage.read() {
        click(Tags.CARD_FACE)
        awaitTag(Tags.READER)
        picture("reader")
        click(Tags.READER_CLOSE)
    }

    /**
     * A new start of the app on the same data, with nobody at the provider's address, so that nothing can be asked. The
     * card service keeps its name: the card is signed by it, and a card of another service would rightly be refused.
     */
    private fun loseNetwork() {
        val alone = arguments.copy(issuer = NOBODY)
        AppGraph(alone, browser).use { graph ->
            Stage.play(alone, graph.controller, pictures) {
                graph.controller.start()
                await("the card without network") { it.phase is Phase.Card && it.offline && !it.refreshing }
                awaitTag(Tags.FRESHNESS)
                picture("offline-restart")
            }
        }
    }

    /** For tests that kill the app here. */
    private fun stop(at: StopAt) {
        if (arguments.stopAt != at) return
        println("at ${at.name.lowercase()}")
        System.out.flush()
        Thread.currentThread().join()
    }

    private companion object {
        const val WAIT_S = 30L

        /** Port 9 (discard) of this machine: nobody listens. */
        const val NOBODY = "http://127.0.0.1:9"
    }
}

private fun AppState.isThere() = phase is Phase.Card || trouble != null

private fun AppState.wantsCode() = (phase as? Phase.SigningIn)?.step is SignInStep.CodeWanted

private fun AppState.waitingInBrowser() = (phase as? Phase.SigningIn)?.step as? SignInStep.InBrowser
