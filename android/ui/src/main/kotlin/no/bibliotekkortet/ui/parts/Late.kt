package no.bibliotekkortet.ui.parts

import androidx.compose.animation.core.animateFloatAsState
import androidx.compose.animation.core.tween
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer
import no.bibliotekkortet.ui.theme.Motion
import no.bibliotekkortet.ui.theme.Rhythm

/** Comes up only when the wait is long, so that a quick answer doesn't blink. */
@Composable
fun Modifier.late(): Modifier {
    var waited by remember { mutableStateOf(false) }
    LaunchedEffect(Unit) { waited = true }
    val shown by animateFloatAsState(if (waited) 1f else 0f, tween(Motion.Standard, delayMillis = Rhythm.SkeletonAfter))
    return graphicsLayer { alpha = shown }
}
