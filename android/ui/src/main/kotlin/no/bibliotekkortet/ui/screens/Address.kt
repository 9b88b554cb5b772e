package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.selection.SelectionContainer
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalClipboardManager
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.AnnotatedString
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The sign-in's address, to take to a browser by hand. It holds no secret: the request lies at the provider (RFC 9126). */
@Composable
internal fun Address(
    url: String,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current

    // The newer clipboard takes a platform's own type, which a shared screen can't make.
    @Suppress("DEPRECATION")
    val clipboard = LocalClipboardManager.current
    var copied by remember(url) { mutableStateOf(false) }
    Sheet(modifier) {
        Text(
            words.browserNoBrowser,
            Modifier.padding(start = Space.Regular, end = Space.Regular, top = Space.Regular),
            style = MaterialTheme.typography.bodyLarge,
        )
        SelectionContainer(Modifier.padding(horizontal = Space.Regular, vertical = Space.Medium)) {
            Text(
                url,
                Modifier.testTag(Tags.ADDRESS),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.bodySmall,
            )
        }
        QuietButton(
            if (copied) words.browserCopied else words.browserCopyAddress,
            Tags.COPY_ADDRESS,
            onClick = {
                clipboard.setText(AnnotatedString(url))
                copied = true
            },
            modifier = Modifier.fillMaxWidth().semantics { liveRegion = LiveRegionMode.Polite }.padding(bottom = Space.Tiny),
            icon = if (copied) CardIcons.Check else CardIcons.Copy,
        )
    }
}
