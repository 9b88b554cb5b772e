package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.focusGroup
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusDirection
import androidx.compose.ui.focus.FocusRequester
import androidx.compose.ui.focus.focusProperties

/** A page of a pager that the Tab key doesn't leave for the next one, but for what lies [above] or [below] the pager. */
fun Modifier.onePage(
    above: FocusRequester,
    below: FocusRequester,
): Modifier =
    focusProperties {
        onExit = {
            when (requestedFocusDirection) {
                FocusDirection.Next -> below.requestFocus()
                FocusDirection.Previous -> above.requestFocus()
            }
        }
    }.focusGroup()
