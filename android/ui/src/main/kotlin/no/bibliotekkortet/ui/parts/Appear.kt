package no.bibliotekkortet.ui.parts

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer
import no.bibliotekkortet.ui.theme.LocalReducedMotion
import no.bibliotekkortet.ui.theme.Motion

/** A new place comes up out of the paper. The old one goes at once: there is never a place in the way of a tap. */
@Composable
fun Appear(
    place: Any,
    content: @Composable () -> Unit,
) {
    val still = LocalReducedMotion.current
    val shown = remember { Animatable(1f) }
    var last by remember { mutableStateOf(place) }
    LaunchedEffect(place) {
        if (last != place && !still) {
            shown.snapTo(0f)
            shown.animateTo(1f, tween(Motion.Standard))
        }
        last = place
    }
    Box(Modifier.fillMaxSize().background(MaterialTheme.colorScheme.background)) {
        Box(Modifier.fillMaxSize().graphicsLayer { alpha = shown.value }) { content() }
    }
}
