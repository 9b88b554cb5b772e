package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxScope
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.shadow
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.CardTokens
import no.bibliotekkortet.ui.theme.FaceColors
import no.bibliotekkortet.ui.theme.LocalHighContrast

/** A real card's width, at 160 dp an inch. */
val RealCardWidth: Dp = (CardTokens.WidthMm / 25.4f * 160f).dp

/**
 * The card as an object: real proportions, taller only when large text needs it, never wider than a real card.
 *
 * @param lifted it lies above the page and throws a shadow.
 * @param content gets the card's smallest height.
 */
@Composable
fun CardFrame(
    colors: FaceColors,
    modifier: Modifier = Modifier,
    lifted: Boolean = true,
    content: @Composable BoxScope.(minHeight: Dp) -> Unit,
) {
    BoxWithConstraints(modifier.fillMaxWidth(), contentAlignment = Alignment.TopCenter) {
        val width = minOf(maxWidth, RealCardWidth)
        val height = width / CardTokens.Aspect
        val shape = cardCorner(width)
        Box(
            Modifier
                .widthIn(max = width)
                .fillMaxWidth()
                .heightIn(min = height)
                .shadow(if (lifted) 8.dp else 0.dp, shape, clip = false, ambientColor = colors.top, spotColor = colors.top)
                .clip(shape)
                .sea(colors)
                .then(if (LocalHighContrast.current) Modifier.border(2.dp, MaterialTheme.colorScheme.outline, shape) else Modifier),
        ) { content(height) }
    }
}

/** Keeps the first child at the top and all the others at the bottom. */
internal object FirstApart : Arrangement.Vertical {
    override fun Density.arrange(
        totalSize: Int,
        sizes: IntArray,
        outPositions: IntArray,
    ) {
        var at = 0
        val slack = maxOf(0, totalSize - sizes.sum())
        sizes.forEachIndexed { index, size ->
            outPositions[index] = at
            at += size + if (index == 0) slack else 0
        }
    }
}
