package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.DeviceView
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/**
 * A sign-in: where, by which door, since when, and when it was last seen.
 *
 * @param onEnd asks to end it; null for this device, which is left by signing out.
 */
@Composable
internal fun DeviceRow(
    device: DeviceView,
    moments: Moments,
    ending: Boolean,
    onEnd: (() -> Unit)?,
) {
    val words = LocalStrings.current
    val name = nameOf(device, words)
    val room = Modifier.fillMaxWidth().padding(start = Space.Regular, end = Space.Tiny).padding(vertical = 14.dp)
    val end: @Composable (Modifier) -> Unit = { place ->
        if (onEnd != null) {
            val spoken = words.devicesA11yEnd(name)
            QuietButton(
                if (ending) words.devicesEnding else words.devicesEnd,
                Tags.endDevice(device.id),
                onEnd,
                place.semantics { contentDescription = spoken },
                enabled = !ending,
            )
        }
    }
    if (largeText) {
        Column(room) {
            Facts(device, name, moments, Modifier.padding(end = Space.Medium))
            end(Modifier)
        }
    } else {
        Row(room, verticalAlignment = Alignment.CenterVertically) {
            val tint = with(MaterialTheme.colorScheme) { if (device.current) primary else onSurfaceVariant }
            WordIcon(CardIcons.Device, tint, Modifier.padding(end = Space.Regular))
            Facts(device, name, moments, Modifier.weight(1f))
            end(Modifier)
        }
    }
}

@Composable
private fun Facts(
    device: DeviceView,
    name: String,
    moments: Moments,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val quiet = MaterialTheme.colorScheme.onSurfaceVariant
    Column(
        modifier.semantics(mergeDescendants = true) {}.testTag(Tags.device(device.id)),
        verticalArrangement = Arrangement.spacedBy(3.dp),
    ) {
        if (device.current) Small(words.devicesThis, MaterialTheme.colorScheme.primary)
        FittingText(name, MaterialTheme.typography.titleSmall)
        val (icon, door) = doorOf(device.door, words)
        Row(verticalAlignment = Alignment.CenterVertically) {
            if (!largeText) WordIcon(icon, quiet, Modifier.padding(end = 6.dp), size = 15.dp)
            Small(door, quiet)
        }
        Small(words.devicesSignedIn(moments.at(device.signedInAt)), quiet)
        Small(if (device.current) words.devicesSeenNow else moments.seen(device.lastSeenAt), quiet)
    }
}

@Composable
private fun Small(
    text: String,
    color: Color,
) = FittingText(text, MaterialTheme.typography.bodySmall, color = color)

/** What a device is called when it doesn't say. */
internal fun nameOf(
    device: DeviceView,
    words: Strings,
): String = device.name.ifBlank { words.devicesUnknown }

private fun doorOf(
    door: Door,
    words: Strings,
): Pair<ImageVector, String> =
    when (door) {
        Door.ID_PORTEN -> CardIcons.Person to words.devicesDoorIdPorten
        Door.FEIDE -> CardIcons.School to words.devicesDoorFeide
        Door.CARD_NUMBER -> CardIcons.Card to words.devicesDoorCardNumber
    }
