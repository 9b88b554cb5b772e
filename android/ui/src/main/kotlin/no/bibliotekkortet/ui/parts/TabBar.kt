package no.bibliotekkortet.ui.parts

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.onClick
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.Tab
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.Space

/** One of the places at the bottom. [waiting]: something there waits for the person. */
class TabItem(
    val tab: Tab,
    val icon: ImageVector,
    val name: String,
    val tag: String,
    val waiting: Boolean = false,
)

/** The places of the app, at the lower edge where a thumb is. */
@Composable
fun TabBar(
    items: List<TabItem>,
    chosen: Tab,
    onChoose: (Tab) -> Unit,
    modifier: Modifier = Modifier,
) {
    Column(
        modifier
            .fillMaxWidth()
            .background(AppTheme.sheet)
            .windowInsetsPadding(WindowInsets.safeDrawing.only(WindowInsetsSides.Horizontal + WindowInsetsSides.Bottom)),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        Line()
        Row(
            Modifier
                .widthIn(max = Space.ContentMax)
                .fillMaxWidth()
                .padding(horizontal = Space.Small)
                .selectableGroup(),
            Arrangement.spacedBy(Space.Tiny),
        ) {
            items.forEach { item -> Item(item, item.tab == chosen, Modifier.weight(1f)) { onChoose(item.tab) } }
        }
    }
}

@Composable
private fun Item(
    item: TabItem,
    chosen: Boolean,
    modifier: Modifier,
    onChoose: () -> Unit,
) {
    val colors = MaterialTheme.colorScheme
    val ink = if (chosen) colors.primary else colors.onSurfaceVariant
    val spoken = if (item.waiting) LocalStrings.current.tabsA11yWaiting(item.name) else item.name
    Column(
        modifier
            .clip(MaterialTheme.shapes.medium)
            .selectable(chosen, role = Role.Tab, onClick = onChoose)
            .semantics { contentDescription = spoken }
            .heightIn(min = BarHeight)
            .padding(vertical = 6.dp)
            .testTag(item.tag),
        Arrangement.Center,
        Alignment.CenterHorizontally,
    ) {
        Box(
            Modifier
                .clip(CircleShape)
                .background(if (chosen) colors.primaryContainer else Color.Transparent)
                .padding(horizontal = 18.dp, vertical = 3.dp),
        ) {
            WordIcon(item.icon, if (chosen) colors.onPrimaryContainer else ink)
            if (item.waiting) Dot(Modifier.align(Alignment.TopEnd).offset(x = 5.dp, y = (-1).dp))
        }
        FittingText(
            item.name,
            MaterialTheme.typography.labelMedium,
            Modifier.padding(horizontal = Space.Hair, vertical = Space.Hair),
            Modifier.clearAndSetSemantics {},
            color = ink,
        )
    }
}

@Composable
private fun Dot(modifier: Modifier) = Box(modifier.size(10.dp).clip(CircleShape).background(MaterialTheme.colorScheme.error))

private val BarHeight = 60.dp
