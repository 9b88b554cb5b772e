package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.takeOrElse
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.AnnotatedString
import androidx.compose.ui.text.TextMeasurer
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.rememberTextMeasurer
import androidx.compose.ui.text.style.TextAlign

/** What must stay on one line, whatever the size of the text. */
enum class Unbroken { WORD, LINE }

/**
 * Text of a large size that becomes smaller before a word of it is cut in two: Sámi words are long, and people set text twice as large.
 *
 * A text that needs two lines, and may break at several places, gets lines of like length.
 *
 * @param textModifier for the text itself: its semantics.
 */
@Composable
fun FittingText(
    text: String,
    style: TextStyle,
    modifier: Modifier = Modifier,
    textModifier: Modifier = Modifier,
    color: Color = Color.Unspecified,
    align: TextAlign = TextAlign.Start,
    unbroken: Unbroken = Unbroken.WORD,
) {
    val measurer = rememberTextMeasurer()
    val density = LocalDensity.current
    BoxWithConstraints(modifier) {
        val room = constraints.maxWidth
        val fitted =
            remember(text, style, room, unbroken, density) {
                val whole = if (unbroken == Unbroken.WORD) measurer.addressesBroken(text, style, room) else text
                val fitting = style.shrunk(measurer.widest(whole, style, unbroken), room)
                fitting to if (unbroken == Unbroken.WORD) measurer.evenLines(whole, fitting, room) else whole
            }
        Text(
            fitted.second,
            textModifier,
            color = color.takeOrElse { LocalContentColor.current },
            textAlign = align,
            style = fitted.first,
        )
    }
}

/** The same for running text whose parts look different; lines break where they fall. */
@Composable
fun FittingRuns(
    text: AnnotatedString,
    style: TextStyle,
    modifier: Modifier = Modifier,
    textModifier: Modifier = Modifier,
) {
    val measurer = rememberTextMeasurer()
    val density = LocalDensity.current
    BoxWithConstraints(modifier) {
        val room = constraints.maxWidth
        val fitted =
            remember(text, style, room, density) {
                // As wide as any part may be.
                val widest = text.text.split(' ', '\n').maxOf { measurer.width(it, style.copy(fontWeight = FontWeight.Bold)) }
                style.shrunk(widest, room)
            }
        Text(text, textModifier, style = fitted)
    }
}

private fun TextMeasurer.width(
    text: String,
    style: TextStyle,
) = measure(text, style, softWrap = false, maxLines = 1).size.width

private fun TextMeasurer.widest(
    text: String,
    style: TextStyle,
    unbroken: Unbroken,
): Int = if (unbroken == Unbroken.LINE) width(text, style) else text.split(' ', '\n').maxOf { width(it, style) }

/** An e-mail address is broken where its parts meet, rather than made too small to read. */
private fun TextMeasurer.addressesBroken(
    text: String,
    style: TextStyle,
    room: Int,
): String {
    if ('@' !in text) return text
    return text.split(' ').joinToString(" ") { word -> if ('@' in word && width(word, style) > room) broken(word, style, room) else word }
}

private fun TextMeasurer.broken(
    word: String,
    style: TextStyle,
    room: Int,
): String {
    val lines = mutableListOf("")
    word.split(Regex("(?<=[@.-])")).forEach { part ->
        if (width(lines.last() + part, style) <= room) lines[lines.lastIndex] += part else lines += part
    }
    return lines.filter(String::isNotEmpty).joinToString("\n")
}

private fun TextStyle.shrunk(
    widest: Int,
    room: Int,
): TextStyle {
    if (widest <= room) return this
    val scale = room.toFloat() / (widest + 1)
    return copy(fontSize = fontSize * scale, lineHeight = lineHeight * scale, letterSpacing = letterSpacing * scale)
}

/** Puts the line break of a two-line text where the longer line is shortest. */
private fun TextMeasurer.evenLines(
    text: String,
    style: TextStyle,
    room: Int,
): String {
    if ('\n' in text || width(text, style) <= room) return text
    val best =
        text.indices.filter { text[it] == ' ' }.minByOrNull { maxOf(width(text.take(it), style), width(text.drop(it + 1), style)) }
    val even = best?.let { text.replaceRange(it, it + 1, "\n") } ?: return text
    return if (even.lines().all { width(it, style) <= room }) even else text
}
