package no.bibliotekkortet.ui

import androidx.compose.runtime.Composable
import no.bibliotekkortet.core.AppState

/** The whole app: draws [state] and [shell], and tells [actions] what the person did. */
@Composable
@Suppress("UNUSED_PARAMETER")
fun BibliotekkortetApp(
    state: AppState,
    shell: ShellState,
    actions: AppActions,
) = Unit
