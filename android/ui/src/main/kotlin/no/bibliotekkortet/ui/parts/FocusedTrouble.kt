package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.focusable
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusRequester
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleField

/** A failure at a form: the focus goes to it, and with its button on to the field that is to be put right. */
@Composable
fun FocusedTrouble(
    trouble: Trouble?,
    modifier: Modifier = Modifier,
    onField: (TroubleField) -> Unit,
) {
    trouble ?: return
    val focus = remember { FocusRequester() }
    LaunchedEffect(trouble.title, trouble.text) { focus.requestFocus() }
    val onAction = {
        trouble.onAction()
        trouble.field?.let(onField)
        Unit
    }
    TroublePanel(
        trouble.copy(onAction = onAction),
        modifier.focusRequester(focus).focusable(),
    )
}
