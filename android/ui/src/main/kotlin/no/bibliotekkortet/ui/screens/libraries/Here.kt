package no.bibliotekkortet.ui.screens.libraries

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import no.bibliotekkortet.core.Act
import no.bibliotekkortet.core.Activation
import no.bibliotekkortet.core.Agreement
import no.bibliotekkortet.core.ChildView
import no.bibliotekkortet.core.LibraryProfile
import no.bibliotekkortet.core.RelationView
import no.bibliotekkortet.core.Standing
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.QuietButton
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.StatusLine
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.deskCode
import no.bibliotekkortet.ui.text.mustSign
import no.bibliotekkortet.ui.text.standingHint
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What the person is at this library, and the one thing to do about it; or what the [child] is for whom they act. */
@Composable
internal fun Here(
    profile: LibraryProfile,
    relation: RelationView?,
    child: String?,
    asking: Boolean,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val number = profile.library.number
    Sheet {
        Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
            if (relation != null && relation.standing != Standing.NONE) {
                StandingLine(relation, moments, Modifier.testTag(Tags.relation(number)), MaterialTheme.typography.titleSmall)
                standingHint(relation, words, child)?.let { Quiet(it) }
                if (relation.home) {
                    StatusLine(
                        CardIcons.Home,
                        if (child ==
                            null
                        ) {
                            words.libraryIsHome
                        } else {
                            words.cardHomeLibrary
                        },
                        MaterialTheme.colorScheme.primary,
                    )
                }
            } else {
                Quiet(words.standingNone)
            }
            Deed(profile, relation, child, actions)
        }
        if (child == null && relation != null && !relation.home && relation.standing == Standing.ACTIVE && !profile.isGone) {
            Line()
            QuietButton(
                if (asking) words.libraryMakingHome else words.libraryMakeHome,
                Tags.MAKE_HOME,
                { actions.chooseHome(number) },
                Modifier.fillMaxWidth().padding(vertical = Space.Tiny),
                CardIcons.Home,
                enabled = !asking,
            )
        }
    }
}

/** The one thing to do here, when there is one. */
@Composable
private fun Deed(
    profile: LibraryProfile,
    relation: RelationView?,
    child: String?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val number = profile.library.number
    val width = Modifier.fillMaxWidth().padding(top = Space.Small)
    val new = relation?.mustSign
    when {
        canChoose(profile, relation) -> {
            val then = if (profile.activation == Activation.DIGITAL) words.libraryJoinDigital else words.libraryJoinInPerson
            Quiet(then)
            val join = child?.let(words::actingJoin) ?: words.libraryJoin
            PrimaryButton(join, Tags.JOIN, { actions.beginTrip(listOf(number), Agreement.RULES) }, width)
        }
        relation?.deskCode != null ->
            PrimaryButton(words.libraryShowCode, Tags.showDeskCode(number), { actions.showDeskCode(number) }, width)
        new != null ->
            PrimaryButton(words.libraryReadNew, Tags.readNew(number), { actions.beginTrip(listOf(number), new.agreement) }, width)
    }
}

/** Coming in when nobody is at work: a second agreement, for patrons. */
@Composable
internal fun Staffless(
    profile: LibraryProfile,
    relation: RelationView?,
    child: ChildView?,
    actions: AppActions,
) {
    val words = LocalStrings.current
    val name = child?.name
    val signed = relation?.agreements?.find { it.agreement == Agreement.STAFFLESS }?.signed
    val patron = relation?.standing == Standing.ACTIVE
    SectionTitle(words.libraryStafflessTitle)
    Sheet {
        Column(Modifier.fillMaxWidth().padding(Space.Regular), Arrangement.spacedBy(Space.Small)) {
            when {
                signed?.confirmed == true ->
                    StatusLine(
                        CardIcons.Check,
                        name?.let(words::actingStafflessSigned) ?: words.libraryStafflessSigned,
                        AppTheme.card.fresh.text,
                    )
                signed != null -> StatusLine(CardIcons.Clock, words.libraryStafflessWaiting, AppTheme.card.ageing.text)
                else -> Quiet(name?.let(words::actingStafflessText) ?: words.libraryStafflessText)
            }
            if (signed == null && !patron) Quiet(words.libraryStafflessPatrons)
            if (signed == null && patron && (child == null || Act.SIGN_STAFFLESS in child.may)) {
                OutlineButton(
                    words.libraryStafflessRead,
                    Tags.READ_STAFFLESS,
                    { actions.beginTrip(listOf(profile.library.number), Agreement.STAFFLESS) },
                )
            }
        }
    }
}
