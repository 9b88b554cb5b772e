package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.geometry.CornerRadius
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.Brush
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.graphics.drawscope.clipRect
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.CardTokens
import no.bibliotekkortet.ui.theme.FaceColors
import kotlin.math.PI
import kotlin.math.sin

private val Step = 9.dp
private const val FAINT = 0.05f
private const val CLEAR = 0.34f

/** The corner of a real card, in the scale of a card this wide. */
fun cardCorner(width: Dp): RoundedCornerShape = RoundedCornerShape(width * CardTokens.CornerOfWidth)

/** The card's ground: the sea from deep to shallow, and bars that stand in it like a swell, clearer to the right. */
fun Modifier.sea(colors: FaceColors): Modifier =
    drawBehind {
        drawRect(Brush.linearGradient(listOf(colors.top, colors.bottom), Offset.Zero, Offset(size.width, size.height)))
        clipRect { swell(colors) }
    }

/** Bars of three widths; each as tall as two slow waves make it. Nothing in it can be read as a code. */
private fun DrawScope.swell(colors: FaceColors) {
    val step = Step.toPx()
    val count = (size.width / step).toInt() + 1
    repeat(count) { index ->
        val x = index * step
        val far = x / size.width
        val wave = sin(far * 2.3 * PI + 0.6) * 0.6 + sin(far * 5.1 * PI) * 0.4
        val height = size.height * (0.34f + 0.20f * wave.toFloat())
        val width = step * WIDTHS[index % WIDTHS.size]
        drawRoundRect(
            color = colors.pattern,
            topLeft = Offset(x, -width),
            size = Size(width, height),
            cornerRadius = CornerRadius(width / 2),
            alpha = FAINT + (CLEAR - FAINT) * far * far,
        )
    }
}

private val WIDTHS = floatArrayOf(0.16f, 0.34f, 0.16f, 0.22f, 0.5f, 0.16f, 0.34f)
