package no.bibliotekkortet.ui.screens.register

import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import no.bibliotekkortet.core.RegistryView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.Fact
import no.bibliotekkortet.ui.parts.Folded
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What Folkeregisteret says, which nobody types or changes here. */
@Composable
internal fun RegistryStep(
    registry: RegistryView,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier,
) {
    val words = LocalStrings.current
    RegisterFrame(
        StepPage(RegisterStep.REGISTRY, words.registerRegistryTitle, words.registerRegistryText, Tags.REGISTER_REGISTRY),
        actions,
        modifier,
        trouble = trouble,
        foot = {
            PrimaryButton(words.registerRegistryConfirm, Tags.REGISTER_NEXT, actions::confirmRegistry, Modifier.fillMaxWidth())
        },
    ) {
        Sheet {
            FromRegistry(words.registerRegistrySource)
            Fact(words.registerRegistryName, registry.name)
            Line()
            Fact(words.registerRegistryBorn, moments.full(registry.born))
        }
        Row(Modifier.padding(horizontal = Space.Tiny, vertical = Space.Medium)) { Quiet(words.registerRegistryAddress) }
        Folded(words.registerRegistryWrong, Tags.REGISTRY_WRONG) {
            Quiet(words.registerRegistryWrongText, Modifier.padding(Space.Regular))
        }
    }
}

/** Marks what stands under it as Folkeregisteret's. */
@Composable
internal fun FromRegistry(text: String) {
    StatusLine(
        CardIcons.Lock,
        text,
        MaterialTheme.colorScheme.primary,
        Modifier.padding(start = Space.Regular, end = Space.Regular, top = Space.Medium),
        MaterialTheme.typography.labelLarge,
    )
}
