package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.core.SignInStep
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Pulse
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/**
 * On the way in.
 *
 * @param noBrowser no browser could be opened: the address is shown, to be taken there by hand.
 */
@Composable
fun WaitingScreen(
    step: SignInStep,
    noBrowser: Boolean,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Page(modifier.testTag(Tags.WAITING), arrangement = Arrangement.SpaceBetween) {
        Column(Modifier.padding(top = Space.Regular)) { trouble?.let { TroublePanel(it) } }
        Column(Modifier.fillMaxWidth().padding(vertical = Space.Large), horizontalAlignment = Alignment.CenterHorizontally) {
            Pulse(MaterialTheme.colorScheme.primary, size = DpSize(72.dp, 44.dp), bar = 5.dp)
            Spacer(Modifier.height(Space.Huge))
            Heading(title(step, words), Modifier.semantics { liveRegion = LiveRegionMode.Polite }, align = TextAlign.Center)
            if (step is SignInStep.InBrowser && !noBrowser) {
                Text(
                    words.browserText,
                    Modifier.padding(top = Space.Medium),
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                    textAlign = TextAlign.Center,
                    style = MaterialTheme.typography.bodyLarge,
                )
            }
            if (step is SignInStep.InBrowser && noBrowser) Address(step.url, Modifier.padding(top = Space.Large))
        }
        Column(Modifier.fillMaxWidth().padding(bottom = Space.Regular), horizontalAlignment = Alignment.CenterHorizontally) {
            if (step is SignInStep.InBrowser) {
                PrimaryButton(
                    words.browserOpenAgain,
                    Tags.OPEN_BROWSER_AGAIN,
                    actions::openBrowserAgain,
                    Modifier.fillMaxWidth().padding(bottom = Space.Small),
                    CardIcons.Browser,
                )
            }
            if (step !is SignInStep.Checking) {
                QuietButton(words.browserCancel, Tags.CANCEL_SIGN_IN, actions::cancelSignIn, Modifier.fillMaxWidth())
            }
        }
    }
}

private fun title(
    step: SignInStep,
    words: Strings,
): String =
    when (step) {
        is SignInStep.Preparing -> words.browserPreparing
        is SignInStep.InBrowser -> words.browserTitle
        is SignInStep.Checking, is SignInStep.CodeWanted -> words.browserChecking
    }
