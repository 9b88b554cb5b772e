package no.bibliotekkortet.ui.screens.register

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.screens.SignOutDialog
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Getting a card, one thing at a time. What was told lies at the service: one can go away at any page and come back to it. */
@Composable
fun RegisterScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val draft = state.registration ?: return
    val registry = draft.registry
    if (registry == null) {
        Loading(state.asking, trouble, actions, modifier)
    } else {
        when (shell.step ?: RegisterStep.REGISTRY) {
            RegisterStep.REGISTRY -> RegistryStep(registry, moments, trouble, actions, modifier)
            RegisterStep.EMAIL -> EmailStep(draft, shell, trouble, actions, modifier)
            RegisterStep.EMAIL_CODE -> CodeStep(draft, shell, trouble, actions, modifier)
            RegisterStep.CONTACT -> ContactStep(draft, shell, trouble, actions, modifier)
            RegisterStep.SECRETS -> SecretsStep(draft, state.secretRules, shell, trouble, actions, modifier)
            RegisterStep.HOME_LIBRARY -> HomeLibraryStep(draft, shell, moments, trouble, actions, modifier)
            RegisterStep.FINISH -> FinishStep(shell, trouble, actions, modifier)
        }
    }
    if (shell.opened == Opened.SIGN_OUT) {
        SignOutDialog(
            later = true,
            onConfirm = { browserToo ->
                actions.back()
                actions.signOut(browserToo)
            },
            onCancel = actions::back,
        )
    }
}

/** What the service knows is on its way, or couldn't be had. */
@Composable
private fun Loading(
    asking: Boolean,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    val page = StepPage(RegisterStep.REGISTRY, null, null, Tags.REGISTER_LOADING)
    RegisterFrame(page, actions, modifier, trouble = trouble) {
        when {
            trouble != null -> Unit
            asking -> ListOutline(words.registerLoading, Tags.LOADING, Modifier.padding(top = Space.Large), rows = 2)
            else ->
                OutlineButton(
                    words.registerRetry,
                    Tags.REGISTER_RETRY,
                    actions::beginRegistration,
                    Modifier.fillMaxWidth().padding(top = Space.Large),
                    icon = CardIcons.Refresh,
                )
        }
    }
}

/** The one thing to do on a page. */
@Composable
internal fun Next(
    text: String,
    shell: ShellState,
    onClick: () -> Unit,
    sending: String = LocalStrings.current.registerSending,
) = PrimaryButton(
    if (shell.sending) sending else text,
    Tags.REGISTER_NEXT,
    onClick,
    Modifier.fillMaxWidth(),
    working = shell.sending,
)
