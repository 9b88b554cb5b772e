package no.bibliotekkortet.ui.catalogue

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.Phase
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.ShellTrouble
import no.bibliotekkortet.ui.text.code

/** One state of the app, by a name that makes a good file name. */
class CatalogueEntry(
    val name: String,
    val state: AppState,
    private val shellTrouble: ShellTrouble? = null,
    val opened: Opened = Opened.NOTHING,
) {
    /** The shell's part of it, read in [language]. */
    fun shell(
        language: String,
        dark: Boolean?,
    ) = ShellState(language, Samples.now, Samples.zone, shellTrouble, dark)
}

/** Every state that a screen can be in: the one source of previews, pictures and tests. */
object Catalogue {
    private const val ADDRESS =
        "https://login.example.no/authorize?client_id=bibliotekkortet-app" +
            "&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3A8fTq2kXvYw"

    /** The 13 codes of the core. */
    val failures: List<CardException> =
        listOf(
            CardException.Offline(),
            CardException.Service(30u),
            CardException.SignInRefused("nonce"),
            CardException.SignInCancelled(),
            CardException.SignInExpired(),
            CardException.LevelTooLow(),
            CardException.NoCard(),
            CardException.StorageFull(),
            CardException.StorageReadOnly(),
            CardException.StorageDamaged(),
            CardException.VaultUnavailable(),
            CardException.InvalidNumber(),
            CardException.Internal(),
        )

    val signIn: List<CatalogueEntry> =
        listOf(
            CatalogueEntry("sign-in", state(Phase.SignedOut)),
            CatalogueEntry("sign-in-offline", state(Phase.SignedOut, offline = true)),
        )

    val signInTroubles: List<CatalogueEntry> =
        failures.map { CatalogueEntry("sign-in-${it.code}", state(Phase.SignedOut, trouble = it)) } +
            CatalogueEntry("sign-in-PortInUse", state(Phase.SignedOut), ShellTrouble.PORT_IN_USE) +
            CatalogueEntry("sign-in-BadLink", state(Phase.SignedOut), ShellTrouble.BAD_LINK)

    val waiting: List<CatalogueEntry> =
        listOf(
            CatalogueEntry("starting", state(Phase.Starting)),
            CatalogueEntry("starting-NoLibrary", state(Phase.Starting), ShellTrouble.NO_LIBRARY),
            CatalogueEntry("preparing", state(Phase.SigningIn(SignInStep.Preparing))),
            CatalogueEntry("in-browser", state(inBrowser())),
            CatalogueEntry("no-browser", state(inBrowser()), ShellTrouble.NO_BROWSER),
            CatalogueEntry("in-browser-wrong-answer", state(inBrowser(), trouble = CardException.SignInRefused("state"))),
            CatalogueEntry("checking", state(Phase.SigningIn(SignInStep.Checking))),
        )

    val cards: List<CatalogueEntry> =
        listOf(
            card("card", Samples.fresh),
            card("card-ageing", Samples.ageing),
            card("card-stale", Samples.stale),
            card("card-expired", Samples.expired),
            card("card-ended", Samples.ended),
            card("card-blocked", Samples.blocked),
            card("card-code39", Samples.fresh.copy(barcode = Samples.code39)),
            card(
                "card-long-name",
                Samples.fresh.copy(
                    name = "Ola-Kristian Nordbø Sandvik-Hætta",
                    homeLibrary = Samples.tromso,
                    libraries = listOf(Samples.tromso),
                ),
            ),
            card(
                "card-sami-name",
                Samples.fresh.copy(name = "Áile Máhttáš Čáhppegiet", homeLibrary = Samples.karasjok, libraries = listOf(Samples.karasjok)),
            ),
        )

    val cardStates: List<CatalogueEntry> =
        listOf(
            card("card-libraries", Samples.fresh.copy(libraries = with(Samples) { listOf(bergen, bjorvika, karasjok, tromso) })),
            card("card-no-home", Samples.fresh.copy(homeLibrary = null, libraries = listOf(Samples.bergen))),
            card("card-no-libraries", Samples.fresh.copy(homeLibrary = null, libraries = emptyList())),
            CatalogueEntry("card-refreshing", state(Phase.Card, Samples.fresh, refreshing = true)),
            CatalogueEntry("card-offline", state(Phase.Card, Samples.fresh, offline = true)),
            CatalogueEntry("card-stale-offline", state(Phase.Card, Samples.stale, offline = true)),
            CatalogueEntry("card-blocked-offline", state(Phase.Card, Samples.blocked, offline = true)),
            CatalogueEntry("card-needs-sign-in", state(Phase.Card, Samples.ageing, needsSignIn = true)),
            CatalogueEntry(
                "card-session-over",
                state(Phase.Card, Samples.ageing, needsSignIn = true, trouble = CardException.SignInExpired()),
            ),
            CatalogueEntry("no-card", state(Phase.Card, trouble = CardException.NoCard())),
            CatalogueEntry("no-card-dismissed", state(Phase.Card)),
            CatalogueEntry("no-card-yet", state(Phase.Card, refreshing = true)),
            CatalogueEntry("card-BadLink", state(Phase.Card, Samples.fresh), ShellTrouble.BAD_LINK),
            CatalogueEntry("card-menu", state(Phase.Card, Samples.fresh), opened = Opened.MENU),
            CatalogueEntry("card-sign-out", state(Phase.Card, Samples.fresh), opened = Opened.SIGN_OUT),
        )

    val cardTroubles: List<CatalogueEntry> =
        listOf(
            CardException.StorageFull(),
            CardException.StorageReadOnly(),
            CardException.Offline(),
            CardException.Service(30u),
            CardException.SignInCancelled(),
        ).map { CatalogueEntry("card-${it.code}", state(Phase.Card, Samples.fresh, offline = it is CardException.Offline, trouble = it)) }

    val readers: List<CatalogueEntry> =
        listOf(
            CatalogueEntry("reader", state(Phase.Card, Samples.fresh), opened = Opened.READER),
            CatalogueEntry("reader-turned", state(Phase.Card, Samples.fresh), opened = Opened.READER_TURNED),
            CatalogueEntry("reader-code39", state(Phase.Card, Samples.fresh.copy(barcode = Samples.code39)), opened = Opened.READER),
        )

    val all: List<CatalogueEntry> = signIn + signInTroubles + waiting + cards + cardStates + cardTroubles + readers

    private fun card(
        name: String,
        card: CardView,
    ) = CatalogueEntry(name, state(Phase.Card, card))

    private fun inBrowser() = Phase.SigningIn(SignInStep.InBrowser(ADDRESS, "http://127.0.0.1:49152/innlogget"))

    private fun state(
        phase: Phase,
        card: CardView? = null,
        refreshing: Boolean = false,
        offline: Boolean = false,
        needsSignIn: Boolean = false,
        trouble: CardException? = null,
    ) = AppState(1u, phase, card, refreshing, offline, needsSignIn, trouble)
}
