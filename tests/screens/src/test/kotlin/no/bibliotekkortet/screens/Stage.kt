package no.bibliotekkortet.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.catalogue.CatalogueEntry
import no.bibliotekkortet.ui.theme.LocalAppFont

/** The bundled typeface, from the class path. */
val inter: FontFamily =
    FontFamily(
        listOf("Regular" to 400, "Medium" to 500, "SemiBold" to 600, "Bold" to 700).map { (name, weight) ->
            val bytes = checkNotNull(CatalogueEntry::class.java.getResourceAsStream("/fonts/Inter-$name.otf")) { "no font $name" }
            Font("Inter-$name", bytes.use { it.readBytes() }, FontWeight(weight))
        },
    )

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

    override fun signOut() {
        asked += "signOut"
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
}

/** A state as the app shows it. */
@Composable
fun Stage(
    entry: CatalogueEntry,
    language: String = "nb",
    dark: Boolean = false,
    actions: AppActions = Recorder(),
) {
    CompositionLocalProvider(LocalAppFont provides inter) {
        BibliotekkortetApp(entry.state, entry.shell(language, dark), actions, entry.opened)
    }
}
