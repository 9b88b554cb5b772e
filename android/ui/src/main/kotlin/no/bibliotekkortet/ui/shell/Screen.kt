package no.bibliotekkortet.ui.shell

import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.ShellState

/** The core's state and the shell's at one moment. */
data class Screen(
    val state: AppState,
    val shell: ShellState,
)
