package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalClipboardManager
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.AnnotatedString
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.core.RemainingView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.FramedPage
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.screens.libraries.lookOf
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.text.callLink
import no.bibliotekkortet.ui.text.mailLink
import no.bibliotekkortet.ui.text.standing
import no.bibliotekkortet.ui.text.webLink
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** The card has ended: when, who still knows the person, and a message ready for each. */
@Composable
fun FarewellScreen(
    state: AppState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val leaving = state.leaving ?: return
    FramedPage(
        Tags.END_CARD,
        {},
        modifier,
        head = { Spacer(Modifier.height(Space.Regular)) },
        foot = {
            if (!largeText) Quiet(words.farewellDoneHint, Modifier.padding(bottom = Space.Small), MaterialTheme.typography.bodySmall)
            PrimaryButton(words.farewellDone, Tags.LEAVE_DONE, { actions.signOut(browserToo = false) }, Modifier.fillMaxWidth())
        },
    ) {
        Heading(words.farewellTitle, Modifier.padding(horizontal = Space.Tiny), MaterialTheme.typography.headlineSmall)
        leaving.endedAt?.let {
            Quiet(words.farewellEndedAt(moments.at(it)), Modifier.padding(Space.Tiny).semantics { liveRegion = LiveRegionMode.Polite })
        }
        trouble?.let { TroublePanel(it, Modifier.padding(vertical = Space.Small)) }
        if (largeText) Quiet(words.farewellDoneHint, Modifier.padding(Space.Tiny))
        if (leaving.remaining.isEmpty()) {
            Quiet(words.farewellNone, Modifier.padding(Space.Tiny, Space.Medium))
            return@FramedPage
        }
        SectionTitle(words.farewellRemaining)
        Quiet(words.farewellRemainingText, Modifier.padding(start = Space.Tiny, bottom = Space.Medium))
        Column(verticalArrangement = Arrangement.spacedBy(Space.Medium)) {
            leaving.remaining.forEach { Remaining(it, state.card, actions) }
        }
    }
}

@Composable
private fun Remaining(
    left: RemainingView,
    card: CardView?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val (number, library) = left.library.number to left.library.name
    val body = words.farewellBody(library, name = card?.name.orEmpty(), number = card?.number.orEmpty())
    Sheet(Modifier.testTag(Tags.remaining(number))) {
        Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Tiny)) {
            FittingText(library, MaterialTheme.typography.titleSmall)
            val (icon, color) = lookOf(left.standing)
            StatusLine(icon, standing(left.standing, words), color)
            way(left, body, words)?.let { (text, link) ->
                OutlineButton(
                    text,
                    Tags.write(number),
                    { actions.openLink(link) },
                    Modifier.fillMaxWidth().padding(top = Space.Small).semantics { contentDescription = "$text: $library" },
                )
            }
            Copy("${words.farewellSubject}\n\n$body", number, words.farewellA11yCopy(library))
        }
    }
}

/** By e-mail with everything filled in; else by phone; else the library's page. */
private fun way(
    left: RemainingView,
    body: String,
    words: Strings,
): Pair<String, String>? {
    val (email, phone, web) = Triple(left.email, left.phone, left.web?.let(::webLink))
    return when {
        email != null -> words.farewellWrite to mailLink(email, words.farewellSubject, body)
        phone != null -> words.farewellCall to callLink(phone)
        web != null -> words.farewellWeb to web
        else -> null
    }
}

@Composable
private fun Copy(
    body: String,
    number: String,
    spoken: String,
) {
    val words = LocalStrings.current

    // The newer clipboard takes a platform's own type, which a shared screen can't make.
    @Suppress("DEPRECATION")
    val clipboard = LocalClipboardManager.current
    var copied by remember(body) { mutableStateOf(false) }
    QuietButton(
        if (copied) words.farewellCopied else words.farewellCopy,
        Tags.copy(number),
        {
            clipboard.setText(AnnotatedString(body))
            copied = true
        },
        Modifier.fillMaxWidth().semantics {
            liveRegion = LiveRegionMode.Polite
            contentDescription = if (copied) words.farewellCopied else spoken
        },
        if (copied) CardIcons.Check else CardIcons.Copy,
    )
}
