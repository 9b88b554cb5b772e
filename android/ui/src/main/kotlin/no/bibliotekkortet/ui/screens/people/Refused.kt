package no.bibliotekkortet.ui.screens.people

import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import no.bibliotekkortet.core.CardException

/** Something is wrong with [value], until something else stands there. */
@Composable
internal fun isWrong(
    refused: CardException?,
    value: Any?,
): Boolean {
    val then = remember(refused) { value }
    return refused != null && value == then
}
