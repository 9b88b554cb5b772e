package no.bibliotekkortet.screens

import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.previews.CatalogueEntry
import no.bibliotekkortet.previews.inter
import no.bibliotekkortet.previews.noting
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.BibliotekkortetApp
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.theme.LocalAppFont
import no.bibliotekkortet.ui.theme.LocalHighContrast

/** Writes down what was asked of the shell. */
class Recorder private constructor(
    val asked: MutableList<String>,
) : AppActions by noting({ asked += it }) {
    constructor() : this(mutableListOf())
}

/** The code is to be seen: nothing lies over it. */
val ShellState.showsCard: Boolean
    get() = tab == Tab.CARD && opened in setOf(Opened.NOTHING, Opened.READER, Opened.READER_TURNED)

/** The card that is shown: a child's, when that was shown last. */
val CatalogueEntry.card: CardView?
    get() {
        val child =
            state.household
                ?.children
                ?.find { it.id == state.shown }
                ?.card
        return (child ?: state.card).takeIf { state.registration == null }
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
