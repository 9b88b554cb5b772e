package no.bibliotekkortet.ui.parts

import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.RepeatMode
import androidx.compose.animation.core.animateFloat
import androidx.compose.animation.core.infiniteRepeatable
import androidx.compose.animation.core.rememberInfiniteTransition
import androidx.compose.animation.core.tween
import androidx.compose.foundation.Canvas
import androidx.compose.foundation.layout.size
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.LocalReducedMotion
import no.bibliotekkortet.ui.theme.Rhythm
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.floor

private const val BARS = 7
private const val LOW = 0.28f

/** With less motion asked for, the swell stands in one of this many places and changes without moving. */
private const val STILLS = 4

/** A slow swell of bars: a living thing that a picture of the screen can't have. */
@Composable
fun Pulse(
    color: Color,
    modifier: Modifier = Modifier,
    size: DpSize = DpSize(34.dp, 20.dp),
    bar: Dp = 2.5.dp,
) {
    val stepped = LocalReducedMotion.current
    val turn =
        rememberInfiniteTransition().animateFloat(
            0f,
            1f,
            infiniteRepeatable(tween(Rhythm.FreshnessCycle, easing = LinearEasing), RepeatMode.Restart),
        )
    Canvas(modifier.size(size)) {
        val at = if (stepped) floor(turn.value * STILLS) / STILLS else turn.value
        val width = bar.toPx()
        val step = (this.size.width - width) / (BARS - 1)
        repeat(BARS) { index ->
            val swell = (1 - cos(2 * PI * (at - index.toFloat() / BARS))).toFloat() / 2
            val height = this.size.height * (LOW + (1 - LOW) * swell)
            drawRoundRect(
                color = color,
                topLeft = Offset(index * step, (this.size.height - height) / 2),
                size = Size(width, height),
                cornerRadius = CornerRadius(width / 2),
                alpha = 0.45f + 0.55f * swell,
            )
        }
    }
}
