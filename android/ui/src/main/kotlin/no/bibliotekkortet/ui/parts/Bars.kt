package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.Canvas
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.drawscope.DrawScope
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.Dp
import no.bibliotekkortet.core.Barcode
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.theme.CardTokens
import kotlin.math.floor

/** Modules of white on each side that readers of every kind are content with (ISO/IEC 15417 §4.4). */
private const val QUIET = 10

/** All modules that the code takes on the screen, quiet zones included. */
val Barcode.span: Int
    get() = modules.toInt() + 2 * maxOf(quiet.toInt(), QUIET)

/** Whole device pixels for one module, when the code gets [room] pixels; at least 1. */
fun Barcode.modulePixels(room: Float): Int = maxOf(1, floor(room / span).toInt())

/** How wide the code becomes in [room], drawn with whole pixels. */
fun Barcode.widthIn(
    room: Dp,
    density: Density,
): Dp = with(density) { (modulePixels(room.toPx()) * span).toDp() }

/**
 * The bars, as large as whole pixels allow, in the middle of the room given. Fractional widths would show seams and be read badly.
 *
 * @param turned the code runs downwards.
 * @param description what a voice says.
 */
@Composable
fun Bars(
    barcode: Barcode,
    description: String,
    modifier: Modifier = Modifier,
    turned: Boolean = false,
) {
    Canvas(modifier.testTag(Tags.BARCODE).semantics { contentDescription = description }) {
        if (turned) down(barcode) else across(barcode)
    }
}

private fun DrawScope.across(barcode: Barcode) {
    val module = barcode.modulePixels(size.width)
    val start = floor((size.width - module * barcode.span) / 2)
    drawRect(CardTokens.CodePaper, Offset(start, 0f), Size((module * barcode.span).toFloat(), size.height))
    runs(barcode, module) { at, width ->
        drawRect(CardTokens.CodeInk, Offset(start + at, 0f), Size(width, size.height))
    }
}

private fun DrawScope.down(barcode: Barcode) {
    val module = barcode.modulePixels(size.height)
    val start = floor((size.height - module * barcode.span) / 2)
    drawRect(CardTokens.CodePaper, Offset(0f, start), Size(size.width, (module * barcode.span).toFloat()))
    runs(barcode, module) { at, width ->
        drawRect(CardTokens.CodeInk, Offset(0f, start + at), Size(size.width, width))
    }
}

private inline fun runs(
    barcode: Barcode,
    module: Int,
    draw: (at: Float, width: Float) -> Unit,
) {
    var at = (barcode.span - barcode.modules.toInt()) / 2
    barcode.bars.forEachIndexed { index, width ->
        val modules = width.toUByte().toInt()
        if (index % 2 == 0) draw((at * module).toFloat(), (modules * module).toFloat())
        at += modules
    }
}
