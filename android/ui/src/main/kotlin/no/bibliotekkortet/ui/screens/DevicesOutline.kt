package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Bone
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.late
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.Space

private const val ROWS = 3

/** The place of the sign-ins while they are fetched. */
@Composable
internal fun DevicesOutline() {
    Column(Modifier.late().testTag(Tags.DEVICES_LOADING)) {
        Text(
            LocalStrings.current.devicesLoading,
            Modifier.padding(start = Space.Tiny, bottom = Space.Medium).semantics { liveRegion = LiveRegionMode.Polite },
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.bodyMedium,
        )
        Sheet {
            repeat(ROWS) { row ->
                if (row > 0) HorizontalDivider(color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))
                Column(
                    Modifier.padding(horizontal = Space.Regular, vertical = Space.Regular),
                    Arrangement.spacedBy(Space.Small),
                ) {
                    Bone(0.45f, 14.dp)
                    Bone(0.7f, 10.dp)
                    Bone(0.6f, 10.dp)
                }
            }
        }
    }
}
