package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp

private const val ICON_LIMIT = 1.6f
private const val LARGE = 1.5f

/** Text is set so large that words need the whole width: what stands beside them goes above, pictures go away. */
val largeText: Boolean
    @Composable get() = LocalDensity.current.fontScale >= LARGE

/** An icon that grows with the words beside it, up to a point. It says nothing that the words don't. */
@Composable
fun WordIcon(
    icon: ImageVector,
    tint: Color,
    modifier: Modifier = Modifier,
    size: Dp = 22.dp,
) {
    Icon(icon, null, modifier.size(size * LocalDensity.current.fontScale.coerceIn(1f, ICON_LIMIT)), tint)
}
