package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.DeviceView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Where the person is signed in, this device first, and how to end the others. */
@Composable
fun DevicesScreen(
    devices: List<DeviceView>?,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.devicesTitle, Tags.DEVICES, { actions.open(Opened.NOTHING) }, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Large)) }
        Ended(devices, shell.ending)
        when {
            devices != null -> Known(devices, shell.ending, moments, actions)
            shell.asking -> DevicesOutline()
            trouble == null ->
                OutlineButton(words.devicesRetry, Tags.REFRESH, actions::seeDevices, Modifier.fillMaxWidth(), icon = CardIcons.Refresh)
        }
    }
    val asked = devices?.find { it.id == shell.device }
    if (asked != null && shell.opened == Opened.END_DEVICE) {
        AskDialog(
            words.devicesEndTitle,
            words.devicesEndText(nameOf(asked, words)),
            Choices(words.devicesEndConfirm, words.devicesEndCancel),
            DialogTags(Tags.END_DEVICE_DIALOG, Tags.END_DEVICE_CONFIRM, Tags.END_DEVICE_CANCEL),
            onConfirm = { actions.endDevice(asked.id) },
            onCancel = { actions.open(Opened.DEVICES) },
        )
    }
}

@Composable
private fun Known(
    devices: List<DeviceView>,
    ending: String?,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val (here, others) = devices.partition { it.current }
    Text(
        words.devicesIntro,
        Modifier.padding(start = Space.Tiny, bottom = Space.Medium),
        color = MaterialTheme.colorScheme.onSurfaceVariant,
        style = MaterialTheme.typography.bodyMedium,
    )
    Sheet { here.forEach { DeviceRow(it, moments, ending = false, onEnd = null) } }
    Text(
        words.devicesOthers,
        Modifier.padding(start = Space.Tiny, top = Space.Large, bottom = Space.Small),
        style = MaterialTheme.typography.titleMedium,
    )
    Sheet {
        if (others.isEmpty()) {
            Text(
                words.devicesOnlyThis,
                Modifier.padding(Space.Regular).testTag(Tags.ONLY_THIS_DEVICE),
                style = MaterialTheme.typography.bodyMedium,
            )
        }
        others.forEachIndexed { index, device ->
            if (index > 0) {
                HorizontalDivider(Modifier.padding(start = 54.dp), color = MaterialTheme.colorScheme.outlineVariant.copy(alpha = 0.6f))
            }
            DeviceRow(device, moments, ending == device.id) { actions.askEndDevice(device.id) }
        }
    }
}

/** Said when the service has confirmed it: the one that was being ended is no longer there. */
@Composable
private fun Ended(
    devices: List<DeviceView>?,
    ending: String?,
) {
    var last by remember { mutableStateOf<String?>(null) }
    LaunchedEffect(ending) { if (ending != null) last = ending }
    val gone = last != null && ending == null && devices != null && devices.none { it.id == last }
    if (gone) {
        Notice(
            CardIcons.Check,
            LocalStrings.current.devicesEnded,
            AppTheme.card.fresh,
            Tags.DEVICE_ENDED,
            Modifier.padding(bottom = Space.Large),
        )
    }
}
