package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space

/** How far one is, as a bar in as many parts as there are steps. What stands beside it says the same in words. */
@Composable
fun Segments(
    reached: Int,
    of: Int,
    modifier: Modifier = Modifier,
) = Row(modifier.clearAndSetSemantics {}, Arrangement.spacedBy(Space.Tiny)) {
    repeat(of) {
        val color = with(MaterialTheme.colorScheme) { if (it < reached) primary else surfaceContainerHighest }
        Box(
            Modifier
                .weight(1f)
                .height(5.dp)
                .clip(CircleShape)
                .background(color),
        )
    }
}
