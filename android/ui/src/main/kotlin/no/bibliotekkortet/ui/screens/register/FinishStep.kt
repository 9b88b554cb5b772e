package no.bibliotekkortet.ui.screens.register

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.CardException
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Pulse
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The card is being made; nobody has to do anything, unless it came to nothing. */
@Composable
internal fun FinishStep(
    shell: ShellState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    if (shell.sending) {
        RegisterFrame(StepPage(RegisterStep.FINISH, null, null, Tags.REGISTER_FINISH), actions, modifier) {
            Column(Modifier.fillMaxWidth().padding(top = Space.Huge), horizontalAlignment = Alignment.CenterHorizontally) {
                Spacer(Modifier.height(Space.Huge))
                Pulse(MaterialTheme.colorScheme.primary, size = DpSize(72.dp, 44.dp), bar = 5.dp)
                FittingText(
                    words.registerFinishTitle,
                    MaterialTheme.typography.headlineSmall,
                    Modifier.padding(top = Space.Huge),
                    Modifier.semantics { liveRegion = LiveRegionMode.Polite },
                    align = TextAlign.Center,
                )
                FittingText(
                    words.registerFinishText,
                    MaterialTheme.typography.bodyLarge,
                    Modifier.padding(top = Space.Small),
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                    align = TextAlign.Center,
                )
            }
        }
        return
    }
    val refused = shell.refusal is CardException.NotAllowed
    RegisterFrame(
        StepPage(RegisterStep.FINISH, words.registerFinishFailed, words.registerFinishFailedText, Tags.REGISTER_FINISH),
        actions,
        modifier,
        trouble = trouble,
        foot = {
            if (!refused) {
                PrimaryButton(
                    words.registerRetry,
                    Tags.REGISTER_RETRY,
                    actions::finishRegistration,
                    Modifier.fillMaxWidth(),
                    CardIcons.Refresh,
                )
            }
        },
    ) {}
}
