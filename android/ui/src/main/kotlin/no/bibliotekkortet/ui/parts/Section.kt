package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space

/** The name of a group of things on a page: a heading too, so that a voice can go from one to the next. */
@Composable
fun SectionTitle(
    text: String,
    modifier: Modifier = Modifier,
) = FittingText(
    text,
    MaterialTheme.typography.titleMedium,
    modifier.padding(start = Space.Tiny, top = Space.Large, bottom = Space.Small),
    Modifier.semantics { heading() },
)

/** A line between things that belong together. */
@Composable
fun Line(modifier: Modifier = Modifier) = HorizontalDivider(modifier, color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))

/** Words that explain, quieter than what they explain. */
@Composable
fun Quiet(
    text: String,
    modifier: Modifier = Modifier,
    style: TextStyle = MaterialTheme.typography.bodyMedium,
) = FittingText(text, style, modifier, color = MaterialTheme.colorScheme.onSurfaceVariant)

/** A state in words, with the sign that stands for it. */
@Composable
fun StatusLine(
    icon: ImageVector,
    text: String,
    color: Color,
    modifier: Modifier = Modifier,
    style: TextStyle = MaterialTheme.typography.bodySmall,
) = Row(modifier, verticalAlignment = Alignment.CenterVertically) {
    WordIcon(icon, color, Modifier.padding(end = 6.dp), size = 16.dp)
    FittingText(text, style, Modifier.weight(1f, fill = false), color = color)
}

/** A thing with its name: a number, a language, a date. Read as one. */
@Composable
fun Fact(
    name: String,
    value: String,
    modifier: Modifier = Modifier,
    spoken: String? = null,
) = Column(
    modifier
        .fillMaxWidth()
        .semantics(mergeDescendants = true) { spoken?.let { contentDescription = it } }
        .padding(horizontal = Space.Regular, vertical = Space.Medium),
) {
    Quiet(name, style = MaterialTheme.typography.bodySmall)
    FittingText(value, MaterialTheme.typography.bodyMedium)
}
