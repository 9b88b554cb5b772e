package no.bibliotekkortet.ui.screens.people

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ContactDetails
import no.bibliotekkortet.core.ContactView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.RegisterStep
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.Empty
import no.bibliotekkortet.ui.parts.Fact
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.ListOutline
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.register.FromRegistry
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.channel
import no.bibliotekkortet.ui.text.ownName
import no.bibliotekkortet.ui.text.phoneGroups
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** How the person is reached, and what of it can be changed here. It is fetched to be looked at, and kept nowhere. */
@Composable
fun ContactScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.contactTitle, Tags.CONTACT, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        val contact = state.contact
        if (contact == null) {
            NotHere(state, trouble, actions)
            return@BackPage
        }
        if (shell.done) {
            val proved = shell.step == RegisterStep.EMAIL_CODE
            val text = if (proved) words.emailChangeDone else words.contactSaved
            Notice(CardIcons.Check, text, AppTheme.card.fresh, Tags.SAVED, Modifier.padding(bottom = Space.Medium))
        }
        if (state.offline && trouble == null) Unchangeable(Modifier.padding(bottom = Space.Medium))
        Sheet {
            FromRegistry(words.contactRegistry)
            state.card?.let { Fact(words.contactName, it.name) }
            Quiet(
                "${words.contactRegistryAddress} ${words.contactRegistryWrong}",
                Modifier.padding(start = Space.Regular, end = Space.Regular, bottom = Space.Regular),
                MaterialTheme.typography.bodySmall,
            )
        }
        Address(contact, actions)
        Reach(contact.details, actions)
        Temporary(contact.details, moments, actions)
    }
}

/** Without network nothing is changed, now or later. */
@Composable
internal fun Unchangeable(modifier: Modifier = Modifier) =
    Notice(CardIcons.Offline, LocalStrings.current.contactOffline, AppTheme.card.offline, Tags.OFFLINE, modifier)

@Composable
private fun NotHere(
    state: AppState,
    trouble: Trouble?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    when {
        trouble != null -> Unit
        state.asking -> ListOutline(words.contactLoading, Tags.CONTACT_LOADING)
        else -> {
            if (state.offline) Empty(CardIcons.Offline, words.contactOfflineUnknown, null, Tags.OFFLINE)
            OutlineButton(words.contactRetry, Tags.REFRESH, actions::seeContact, Modifier.fillMaxWidth(), icon = CardIcons.Refresh)
        }
    }
}

@Composable
private fun Address(
    contact: ContactView,
    actions: AppActions,
) {
    val words = LocalStrings.current
    SectionTitle(words.contactEmail)
    Sheet {
        Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(Space.Regular), Arrangement.spacedBy(Space.Tiny)) {
            FittingText(contact.email, MaterialTheme.typography.bodyLarge)
            if (contact.emailVerified) {
                StatusLine(CardIcons.Check, words.contactEmailVerified, AppTheme.card.fresh.text)
            } else {
                StatusLine(CardIcons.Warning, words.contactEmailNotVerified, AppTheme.card.ageing.text)
            }
        }
        contact.newEmail?.let { email ->
            Line()
            Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Medium)) {
                StatusLine(
                    CardIcons.Clock,
                    words.contactEmailWaiting(email),
                    AppTheme.card.ageing.text,
                    style = MaterialTheme.typography.bodyMedium,
                )
                OutlineButton(words.contactEmailWriteCode, Tags.EMAIL_WRITE_CODE, actions::enterCode)
            }
        }
        Change(words.contactA11yEmailChange, Tags.EMAIL_CHANGE, actions::editEmail)
    }
}

@Composable
private fun Reach(
    details: ContactDetails,
    actions: AppActions,
) {
    val words = LocalStrings.current
    SectionTitle(words.contactFormTitle)
    Sheet {
        Fact(words.contactPhone, details.phone?.let(::phoneGroups) ?: words.contactNone)
        Line()
        Fact(words.contactChannel, channel(details.channel, words))
        Line()
        Fact(words.contactLanguage, ownName(details.language))
        Change(words.contactA11yChange, Tags.CONTACT_CHANGE) { actions.open(Opened.CONTACT_FORM) }
    }
}

@Composable
private fun Temporary(
    details: ContactDetails,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    SectionTitle(words.contactAddress)
    Sheet {
        Column(Modifier.fillMaxWidth().semantics(mergeDescendants = true) {}.padding(Space.Regular), Arrangement.spacedBy(Space.Hair)) {
            if (details.addressLines.isEmpty()) Quiet(words.contactNone)
            details.addressLines.forEach { FittingText(it, MaterialTheme.typography.bodyMedium) }
            details.addressUntil?.let { Quiet(words.contactAddressUntil(moments.full(it)), Modifier.padding(top = Space.Tiny)) }
        }
        Change(words.contactA11yAddressChange, Tags.ADDRESS_CHANGE) { actions.open(Opened.ADDRESS_FORM) }
    }
}

@Composable
private fun ColumnScope.Change(
    spoken: String,
    tag: String,
    onClick: () -> Unit,
) {
    Line()
    QuietButton(
        LocalStrings.current.contactChange,
        tag,
        onClick,
        Modifier.fillMaxWidth().padding(vertical = Space.Tiny).semantics { contentDescription = spoken },
    )
}
