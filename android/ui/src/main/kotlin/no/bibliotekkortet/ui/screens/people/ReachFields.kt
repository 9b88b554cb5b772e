package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.padding
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.focus.FocusRequester
import no.bibliotekkortet.core.Channel
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Field
import no.bibliotekkortet.ui.parts.FieldKind
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Way
import no.bibliotekkortet.ui.parts.Ways
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.channel
import no.bibliotekkortet.ui.text.phoneGroups
import no.bibliotekkortet.ui.theme.Space

/** Telephone, and how the person would rather be reached. */
@Composable
internal fun ReachFields(
    phone: String?,
    channel: Channel,
    shell: ShellState,
    focus: FocusRequester,
) {
    val words = LocalStrings.current
    val typed = shell.typed
    val number = typed.phone ?: phone?.let(::phoneGroups).orEmpty()
    val chosen = typed.channel ?: channel
    Field(
        words.contactFormPhone,
        number,
        { typed.phone = it },
        FieldKind.TELEPHONE,
        Tags.PHONE_FIELD,
        focus,
        hint = words.contactFormPhoneHint,
        enabled = !shell.sending,
        wrong = isWrong(shell.refused, number to chosen),
    )
    SectionTitle(words.channelTitle)
    Ways(
        words.channelTitle,
        Channel.entries.map {
            Way(it, channel(it, words), Tags.channel(tagOf(it)), words.channelSmsHint.takeIf { _ -> it == Channel.SMS })
        },
        chosen,
        { typed.channel = it },
        Modifier.padding(bottom = Space.Small),
        enabled = !shell.sending,
    )
}

/** The case's name in both shells. */
private fun tagOf(channel: Channel) =
    when (channel) {
        Channel.EMAIL -> "Email"
        Channel.SMS -> "Sms"
        Channel.APP -> "App"
    }
