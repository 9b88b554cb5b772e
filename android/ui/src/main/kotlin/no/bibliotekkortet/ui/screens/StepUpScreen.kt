package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.Action
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.theme.Space

/** What the person was about to do needs a surer sign-in: for what, why, and how to go on. */
@Composable
fun StepUpScreen(
    action: Action,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(
        words.stepUpTitle,
        Tags.STEP_UP,
        actions::back,
        modifier,
        foot = {
            PrimaryButton(words.stepUpIdPorten, Tags.STEP_UP_ID_PORTEN, actions::stepUp, Modifier.fillMaxWidth())
            QuietButton(words.stepUpNotNow, Tags.STEP_UP_NOT_NOW, actions::back, Modifier.fillMaxWidth().padding(top = Space.Small))
        },
    ) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Regular)) }
        FittingText(why(action, words), MaterialTheme.typography.bodyLarge, Modifier.padding(horizontal = Space.Tiny))
        FittingText(
            words.stepUpHow,
            MaterialTheme.typography.bodyLarge,
            Modifier.padding(horizontal = Space.Tiny).padding(top = Space.Medium),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

private fun why(
    action: Action,
    words: Strings,
): String =
    when (action) {
        Action.SHOW_CARD -> words.stepUpShowCard
        Action.CHANGE_CONTACT -> words.stepUpChangeContact
        Action.CHOOSE_LIBRARIES -> words.stepUpChooseLibraries
        Action.END_DEVICES -> words.stepUpEndDevices
        Action.CHANGE_SECRET -> words.stepUpChangeSecret
        Action.SIGN_RULES -> words.stepUpSignRules
        Action.ACT_FOR_CHILD -> words.stepUpActForChild
        Action.REGISTER -> words.stepUpRegister
        Action.LEAVE -> words.stepUpLeave
    }
