package no.bibliotekkortet.ui.parts

import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.BeyondBoundsLayout
import androidx.compose.ui.layout.BeyondBoundsLayout.BeyondBoundsScope
import androidx.compose.ui.layout.BeyondBoundsLayout.LayoutDirection
import androidx.compose.ui.layout.ModifierLocalBeyondBoundsLayout
import androidx.compose.ui.modifier.modifierLocalProvider

/** A page of a pager that the Tab key doesn't leave for the next one: what comes after the last thing on it is what lies under the pager. */
fun Modifier.onePage(): Modifier = modifierLocalProvider(ModifierLocalBeyondBoundsLayout) { Here }

private object Here : BeyondBoundsLayout {
    override fun <T> layout(
        direction: LayoutDirection,
        block: BeyondBoundsScope.() -> T?,
    ): T? = null
}
