package no.bibliotekkortet.ui.screens

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.text.style.TextAlign
import no.bibliotekkortet.core.Door
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.TroubleTone
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Heading
import no.bibliotekkortet.ui.parts.Languages
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.Page
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** Somebody signed out a moment ago: for good, or to get the card another time. */
enum class SignedOut { DONE, LATER }

/**
 * Nobody is signed in: what this is, and the three doors.
 *
 * @param offline the last contact got no answer; said before the person tries.
 * @param idPortenOnly the provider is ID-porten itself: the other doors aren't there.
 * @param justSignedOut the person signed out a moment ago and should see that it was done.
 */
@Composable
fun SignInScreen(
    offline: Boolean,
    idPortenOnly: Boolean,
    trouble: Trouble?,
    justSignedOut: SignedOut?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    val headingStyle = with(MaterialTheme.typography) { if (trouble == null) headlineLarge else headlineSmall }
    Page(modifier.testTag(Tags.SIGN_IN), arrangement = Arrangement.SpaceBetween) {
        Column {
            Spacer(Modifier.heightIn(min = Space.Regular))
            if (trouble == null && justSignedOut == null && !largeText) {
                EmptyCard()
            } else {
                FittingText(
                    words.cardWordmark,
                    MaterialTheme.typography.titleLarge,
                    Modifier.padding(horizontal = Space.Tiny, vertical = Space.Small),
                    color = MaterialTheme.colorScheme.primary,
                )
            }
            when {
                trouble != null -> TroublePanel(trouble, Modifier.padding(top = Space.Medium))
                justSignedOut != null ->
                    Notice(
                        CardIcons.Check,
                        if (justSignedOut == SignedOut.LATER) words.registerLaterDone else words.signOutDone,
                        AppTheme.card.fresh,
                        Tags.SIGNED_OUT,
                        Modifier.padding(top = Space.Medium),
                    )
            }
            Heading(words.signInWelcome, Modifier.padding(start = Space.Tiny, end = Space.Tiny, top = Space.Large), headingStyle)
            PrimaryButton(words.signInIdPorten, Tags.DOOR_IDPORTEN, {
                actions.signIn(Door.ID_PORTEN)
            }, Modifier.fillMaxWidth().padding(top = Space.Large))
            Text(
                words.signInIdPortenHint,
                Modifier.fillMaxWidth().padding(top = Space.Small),
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                textAlign = TextAlign.Center,
                style = MaterialTheme.typography.bodyMedium,
            )
            if (offline && trouble?.tone != TroubleTone.OFFLINE) {
                Notice(CardIcons.Offline, words.signInOffline, AppTheme.card.offline, Tags.OFFLINE, Modifier.padding(top = Space.Regular))
            }
        }
        Column(horizontalAlignment = Alignment.CenterHorizontally) {
            if (!idPortenOnly) Doors(actions, Modifier.padding(top = Space.Large))
            GetCard(actions, Modifier.padding(top = Space.Large))
            Languages(actions::chooseLanguage, Modifier.padding(vertical = Space.Small))
        }
    }
}
