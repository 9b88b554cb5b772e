package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.width
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.selected
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.SwitchRow
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.languages
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What is done seldom: another language, the other sign-ins, the lock, and leaving. */
@Composable
internal fun CardMenu(
    open: Boolean,
    lockCard: Boolean,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val close = { actions.open(Opened.NOTHING) }
    Box {
        IconButton({ actions.open(Opened.MENU) }, Modifier.size(Space.Touch).testTag(Tags.MENU)) {
            Icon(CardIcons.More, words.menuTitle)
        }
        DropdownMenu(open, close, Modifier.width(if (largeText) 340.dp else 280.dp), shape = MaterialTheme.shapes.medium) {
            Text(
                words.menuLanguage,
                Modifier.padding(horizontal = Space.Regular, vertical = Space.Small),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.labelMedium,
            )
            languages.forEach { language ->
                val chosen = language.code == words.languageCode
                val spoken = if (chosen) words.a11ySelectedLanguage(language.name) else language.name
                Item(
                    language.name,
                    Tags.language(language.code),
                    CardIcons.Check.takeIf { chosen },
                    Modifier.semantics {
                        selected = chosen
                        contentDescription = spoken
                    },
                ) {
                    close()
                    actions.chooseLanguage(language.code)
                }
            }
            HorizontalDivider(Modifier.padding(vertical = Space.Small))
            Item(words.menuDevices, Tags.MENU_DEVICES, CardIcons.Device, onClick = actions::seeDevices)
            SwitchRow(words.lockSwitch, words.lockSwitchHint, lockCard, actions::lockCard, Tags.LOCK_CARD, style = itemStyle)
            HorizontalDivider(Modifier.padding(vertical = Space.Small))
            Item(words.menuSignOut, Tags.SIGN_OUT, CardIcons.Logout) { actions.open(Opened.SIGN_OUT) }
        }
    }
}

@Composable
private fun Item(
    text: String,
    tag: String,
    icon: ImageVector?,
    modifier: Modifier = Modifier,
    onClick: () -> Unit,
) {
    Row(
        modifier
            .fillMaxWidth()
            .clickable(role = Role.Button, onClick = onClick)
            .heightIn(min = Space.Touch)
            .padding(horizontal = Space.Regular, vertical = Space.Small)
            .testTag(tag),
        Arrangement.spacedBy(Space.Regular),
        Alignment.CenterVertically,
    ) {
        // A menu asks for the sizes of its items beforehand, which fitting text can't tell.
        Text(text, Modifier.weight(1f), style = itemStyle)
        icon?.let { WordIcon(it, LocalContentColor.current, size = 20.dp) }
    }
}

private val itemStyle @Composable get() = with(MaterialTheme.typography) { if (largeText) bodyMedium else bodyLarge }
