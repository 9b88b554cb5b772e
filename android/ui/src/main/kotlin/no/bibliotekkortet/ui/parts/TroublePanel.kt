package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.compositeOver
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleTone
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space
import no.bibliotekkortet.ui.theme.StatusColors

/** A failure: what happened, what is safe, and the thing to do as a button. Never blocks what is under it. */
@Composable
fun TroublePanel(
    trouble: Trouble,
    modifier: Modifier = Modifier,
) {
    val (colors, icon) = look(trouble.tone)
    Column(
        modifier
            .fillMaxWidth()
            .clip(MaterialTheme.shapes.large)
            .background(colors.container.copy(alpha = CALM).compositeOver(AppTheme.sheet))
            .padding(start = Space.Regular, end = Space.Tiny, top = Space.Tiny, bottom = Space.Regular)
            .testTag(Tags.TROUBLE)
            .semantics { liveRegion = LiveRegionMode.Polite },
    ) {
        Row {
            WordIcon(icon, colors.text, Modifier.padding(top = 13.dp, end = Space.Medium))
            FittingText(
                trouble.title,
                MaterialTheme.typography.titleMedium,
                Modifier.weight(1f).padding(top = Space.Medium, bottom = Space.Tiny),
                color = colors.text,
            )
            IconButton(trouble.onDismiss, Modifier.testTag(Tags.TROUBLE_DISMISS).size(Space.Touch)) {
                Icon(CardIcons.Close, LocalStrings.current.a11yDismiss, Modifier.size(20.dp), tint = colors.text)
            }
        }
        Column(Modifier.padding(start = if (largeText) 0.dp else Indent, end = Space.Medium)) {
            FittingText(trouble.text, MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurface)
            OutlineButton(trouble.action, Tags.TROUBLE_ACTION, trouble.onAction, Modifier.padding(top = Space.Medium), colors.text)
        }
    }
}

/** Icon and gap, so that the text stands under its title. */
private val Indent = 34.dp

/** How much of the status colour is in the ground. */
private const val CALM = 0.6f

@Composable
private fun look(tone: TroubleTone): Pair<StatusColors, ImageVector> =
    when (tone) {
        TroubleTone.NEWS -> AppTheme.card.offline to CardIcons.Info
        TroubleTone.OFFLINE -> AppTheme.card.offline to CardIcons.Offline
        TroubleTone.WAIT -> AppTheme.card.ageing to CardIcons.Warning
        TroubleTone.STOP -> AppTheme.card.blocked to CardIcons.Warning
    }
