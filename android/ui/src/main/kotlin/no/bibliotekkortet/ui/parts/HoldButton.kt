package no.bibliotekkortet.ui.parts

import androidx.compose.animation.core.Animatable
import androidx.compose.animation.core.LinearEasing
import androidx.compose.animation.core.tween
import androidx.compose.foundation.background
import androidx.compose.foundation.focusable
import androidx.compose.foundation.gestures.detectTapGestures
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.draw.drawBehind
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.onKeyEvent
import androidx.compose.ui.input.key.type
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.disabled
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.theme.Space

/** What a button that must be held says. */
class HoldWords(
    val rest: String,
    val holding: String,
    val confirm: String,
    val spoken: String,
    val working: String,
)

/**
 * A button for what can't be undone: it is held for two seconds. Who can't hold, by keyboard, switch or screen reader, presses it
 * twice.
 *
 * @param held how far the hold is at first, of 100: for pictures.
 * @param working it is being done.
 */
@Composable
fun HoldButton(
    words: HoldWords,
    tag: String,
    onHeld: () -> Unit,
    modifier: Modifier = Modifier,
    held: Int = 0,
    working: Boolean = false,
) {
    val colors = MaterialTheme.colorScheme
    val done by rememberUpdatedState(onHeld)
    val progress = remember { Animatable(held / WHOLE) }
    var holding by remember { mutableStateOf(held > 0) }
    var asked by remember { mutableStateOf(false) }
    val press = {
        if (asked) done()
        asked = !asked
    }
    LaunchedEffect(holding) {
        if (!holding) progress.snapTo(0f)
        if (!holding || held > 0) return@LaunchedEffect
        progress.animateTo(1f, tween(HOLD_MS, easing = LinearEasing))
        holding = false
        done()
    }
    val text =
        when {
            working -> words.working
            asked -> words.confirm
            holding -> words.holding
            else -> words.rest
        }
    Box(
        modifier
            .heightIn(min = 60.dp)
            .clip(MaterialTheme.shapes.medium)
            .background(colors.errorContainer)
            .drawBehind { drawRect(colors.error.copy(alpha = FILL), size = size.copy(width = size.width * progress.value)) }
            .then(
                if (working) {
                    Modifier
                } else {
                    Modifier.pointerInput(Unit) {
                        detectTapGestures(onPress = {
                            asked = false
                            holding = true
                            tryAwaitRelease()
                            holding = false
                        })
                    }
                },
            ).onKeyEvent { event ->
                val enter = !working && event.key in ENTERS
                if (enter && event.type == KeyEventType.KeyUp) press()
                enter
            }.testTag(tag)
            .semantics(mergeDescendants = true) {
                role = Role.Button
                contentDescription = if (asked || working) text else "${words.rest}. ${words.spoken}"
                liveRegion = LiveRegionMode.Polite
                if (working) disabled()
                onClick {
                    if (!working) press()
                    true
                }
            }.focusable(!working)
            .padding(horizontal = Space.Regular, vertical = Space.Medium),
        contentAlignment = Alignment.Center,
    ) {
        FittingText(
            text,
            MaterialTheme.typography.labelLarge,
            textModifier = Modifier.clearAndSetSemantics {},
            color = colors.onErrorContainer,
            align = TextAlign.Center,
        )
    }
}

private const val HOLD_MS = 2000
private const val WHOLE = 100f
private const val FILL = 0.35f
private val ENTERS = setOf(Key.Enter, Key.NumPadEnter, Key.Spacebar)
