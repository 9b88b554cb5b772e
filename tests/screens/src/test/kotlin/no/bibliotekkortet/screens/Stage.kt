package no.bibliotekkortet.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.previews.CatalogueEntry
import no.bibliotekkortet.previews.inter
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.theme.LocalAppFont
import no.bibliotekkortet.ui.theme.LocalHighContrast

/** Writes down what was asked of the shell. */
class Recorder : AppActions {
    val asked = mutableListOf<String>()

    override fun signIn(door: Door) {
        asked += "signIn $door"
    }

    override fun openBrowserAgain() {
        asked += "openBrowserAgain"
    }

    override fun cancelSignIn() {
        asked += "cancelSignIn"
    }

    override fun refresh() {
        asked += "refresh"
    }

    override fun signOut(browserToo: Boolean) {
        asked += "signOut $browserToo"
    }

    override fun dismissTrouble() {
        asked += "dismissTrouble"
    }

    override fun dismissShellTrouble() {
        asked += "dismissShellTrouble"
    }

    override fun chooseLanguage(code: String) {
        asked += "chooseLanguage $code"
    }

    override fun open(what: Opened) {
        asked += "open $what"
    }

    override fun signInWithCard() {
        asked += "signInWithCard"
    }

    override fun giveOneTimeCode(code: String) {
        asked += "giveOneTimeCode $code"
    }

    override fun seeDevices() {
        asked += "seeDevices"
    }

    override fun askEndDevice(id: String) {
        asked += "askEndDevice $id"
    }

    override fun endDevice(id: String) {
        asked += "endDevice $id"
    }

    override fun stepUp() {
        asked += "stepUp"
    }

    override fun unlock() {
        asked += "unlock"
    }

    override fun lockCard(lock: Boolean) {
        asked += "lockCard $lock"
    }
}

/** A state as the app shows it. */
@Composable
fun Stage(
    entry: CatalogueEntry,
    language: String = "nb",
    dark: Boolean = false,
    highContrast: Boolean = false,
    actions: AppActions = Recorder(),
) {
    CompositionLocalProvider(LocalAppFont provides inter, LocalHighContrast provides highContrast) {
        BibliotekkortetApp(entry.state, entry.shell(language, dark), actions)
    }
}
