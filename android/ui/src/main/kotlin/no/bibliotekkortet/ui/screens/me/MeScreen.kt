package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.CardView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Opened
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Languages
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.Number
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.SwitchRow
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.screens.libraries.PlaceTitle
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Strings
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What is the person's own: who they are here, what there is to know, and what is done seldom. */
@Composable
fun MeScreen(
    state: AppState,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    Page(modifier.testTag(Tags.ME)) {
        PlaceTitle(words.meTitle)
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        state.card?.let { Person(it) }
        About(state, actions)
        Sheet(Modifier.padding(top = Space.Regular)) {
            NavRow(
                CardIcons.Bell,
                words.meNotices,
                Tags.ME_NOTICES,
                { actions.open(Opened.NOTICES) },
                hint = count(state.notices.size, words),
                tint = if (state.notices.isEmpty()) MaterialTheme.colorScheme.primary else MaterialTheme.colorScheme.error,
            )
            RowLine()
            NavRow(CardIcons.Receipt, words.meReceipts, Tags.ME_RECEIPTS, { actions.open(Opened.RECEIPTS) })
            RowLine()
            NavRow(CardIcons.Document, words.meMyData, Tags.MY_DATA, { actions.open(Opened.MY_DATA) })
        }
        Sheet(Modifier.padding(top = Space.Regular)) {
            NavRow(CardIcons.Device, words.meDevices, Tags.MENU_DEVICES, actions::seeDevices)
            RowLine()
            SwitchRow(words.lockSwitch, words.lockSwitchHint, state.lockCard, actions::lockCard, Tags.LOCK_CARD)
        }
        SectionTitle(words.meLanguage)
        Sheet { Languages(actions::chooseLanguage, Modifier.padding(vertical = Space.Tiny)) }
        QuietButton(
            words.meSignOut,
            Tags.SIGN_OUT,
            { actions.open(Opened.SIGN_OUT) },
            Modifier.fillMaxWidth().padding(top = Space.Large, bottom = Space.Large),
            CardIcons.Logout,
        )
    }
}

/** The people of it: the children, and how the person is reached and known. */
@Composable
private fun About(
    state: AppState,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Sheet(Modifier.padding(top = Space.Regular)) {
        NavRow(
            CardIcons.Person,
            words.meChildren,
            Tags.ME_CHILDREN,
            { actions.open(Opened.CHILDREN) },
            hint = state.household?.let { children(it.children.size, words) },
        )
        RowLine()
        NavRow(CardIcons.Mail, words.meContact, Tags.ME_CONTACT, actions::seeContact)
        RowLine()
        NavRow(CardIcons.Lock, words.mePin, Tags.ME_PIN, { actions.open(Opened.PIN) })
        RowLine()
        NavRow(CardIcons.Lock, words.mePassword, Tags.ME_PASSWORD, { actions.open(Opened.PASSWORD) })
        RowLine()
        if (state.household?.ownChanges?.isNotEmpty() == true) {
            NavRow(CardIcons.Clock, words.meOwnChanges, Tags.ME_OWN_CHANGES, { actions.open(Opened.OWN_CHANGES) })
            RowLine()
        }
        NavRow(CardIcons.Document, words.meLedger, Tags.ME_LEDGER, { actions.seeLedger(null) })
    }
}

private fun children(
    count: Int,
    words: Strings,
): String =
    when (count) {
        0 -> words.meChildrenNone
        1 -> words.meChildrenOne
        else -> words.meChildrenMany("$count")
    }

@Composable
private fun Person(card: CardView) {
    val words = LocalStrings.current
    Column(Modifier.fillMaxWidth().padding(horizontal = Space.Tiny)) {
        FittingText(card.name, MaterialTheme.typography.titleLarge)
        Number(card, MaterialTheme.colorScheme.onSurfaceVariant, MaterialTheme.typography.bodyMedium, Modifier.padding(top = Space.Hair))
    }
}

private fun count(
    notices: Int,
    words: Strings,
): String =
    when (notices) {
        0 -> words.meNoticesNone
        1 -> words.meNoticesOne
        else -> words.meNoticesMany("$notices")
    }
