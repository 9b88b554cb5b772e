package no.bibliotekkortet.ui.screens.me

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import no.bibliotekkortet.core.AppState
import no.bibliotekkortet.core.ExportView
import no.bibliotekkortet.ui.AppActions
import no.bibliotekkortet.ui.ShellState
import no.bibliotekkortet.ui.Tags
import no.bibliotekkortet.ui.Trouble
import no.bibliotekkortet.ui.parts.BackPage
import no.bibliotekkortet.ui.parts.FittingText
import no.bibliotekkortet.ui.parts.Line
import no.bibliotekkortet.ui.parts.NavRow
import no.bibliotekkortet.ui.parts.Notice
import no.bibliotekkortet.ui.parts.OutlineButton
import no.bibliotekkortet.ui.parts.PrimaryButton
import no.bibliotekkortet.ui.parts.Quiet
import no.bibliotekkortet.ui.parts.RowLine
import no.bibliotekkortet.ui.parts.SectionTitle
import no.bibliotekkortet.ui.parts.Sheet
import no.bibliotekkortet.ui.parts.TroublePanel
import no.bibliotekkortet.ui.parts.WordIcon
import no.bibliotekkortet.ui.parts.largeText
import no.bibliotekkortet.ui.text.LocalStrings
import no.bibliotekkortet.ui.text.Moments
import no.bibliotekkortet.ui.text.kindOf
import no.bibliotekkortet.ui.text.written
import no.bibliotekkortet.ui.theme.AppTheme
import no.bibliotekkortet.ui.theme.CardIcons
import no.bibliotekkortet.ui.theme.Space

/** What is kept about the person, where and why; all of it to read and to take along; and the way out. */
@Composable
fun MyDataScreen(
    state: AppState,
    shell: ShellState,
    moments: Moments,
    trouble: Trouble?,
    actions: AppActions,
    modifier: Modifier = Modifier,
) {
    val words = LocalStrings.current
    BackPage(words.myDataTitle, Tags.MY_DATA_PAGE, actions::back, modifier) {
        trouble?.let { TroublePanel(it, Modifier.padding(bottom = Space.Medium)) }
        val export = shell.export
        if (export == null) Kept() else Exported(export, shell, moments, actions)
        if (export == null) {
            PrimaryButton(
                if (state.asking) words.myDataExporting else words.myDataExport,
                Tags.EXPORT,
                actions::exportData,
                Modifier.fillMaxWidth().padding(top = Space.Large),
                working = state.asking,
            )
        }
        Sheet(Modifier.padding(top = Space.Huge)) {
            NavRow(
                CardIcons.Logout,
                words.myDataLeave,
                Tags.LEAVE_OPEN,
                actions::seeLeaving,
                hint = words.myDataLeaveHint,
                tint = MaterialTheme.colorScheme.error,
            )
        }
    }
}

@Composable
private fun Kept() {
    val words = LocalStrings.current
    Quiet(words.myDataIntro, Modifier.padding(start = Space.Tiny, bottom = Space.Medium))
    Sheet {
        val places =
            listOf(
                Triple(CardIcons.Card, words.myDataRegister, words.myDataRegisterText),
                Triple(CardIcons.Library, words.myDataLocal, words.myDataLocalText),
                Triple(CardIcons.Receipt, words.myDataLog, words.myDataLogText),
                Triple(CardIcons.Device, words.myDataDevice, words.myDataDeviceText),
            )
        places.forEachIndexed { index, (icon, title, text) ->
            if (index > 0) RowLine()
            Row(Modifier.semantics(mergeDescendants = true) {}.padding(Space.Regular)) {
                if (!largeText) WordIcon(icon, MaterialTheme.colorScheme.primary, Modifier.padding(end = Space.Regular))
                Column(Modifier.weight(1f)) {
                    FittingText(title, MaterialTheme.typography.titleSmall)
                    Quiet(text, Modifier.padding(top = Space.Hair))
                }
            }
        }
    }
}

/** All of it, by kind, to read here and to give away. */
@Composable
private fun Exported(
    export: ExportView,
    shell: ShellState,
    moments: Moments,
    actions: AppActions,
) {
    val words = LocalStrings.current
    Notice(CardIcons.Check, words.myDataExported, AppTheme.card.fresh, Tags.EXPORT)
    Column(Modifier.padding(top = Space.Medium), Arrangement.spacedBy(Space.Small)) {
        val wide = Modifier.fillMaxWidth()
        OutlineButton(words.myDataShareText, Tags.SHARE_TEXT, {
            actions.shareExport(written(export, words, moments))
        }, wide, icon = CardIcons.Share)
        OutlineButton(words.myDataShareJson, Tags.SHARE_JSON, { actions.shareExport(null) }, wide, icon = CardIcons.Share)
    }
    Saved(shell)
    SectionTitle(words.myDataLines)
    export.lines.groupBy { it.kind }.forEach { (kind, lines) ->
        Text(
            kindOf(kind, words),
            Modifier.padding(start = Space.Tiny, top = Space.Medium, bottom = Space.Tiny).semantics { heading() },
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.labelMedium,
        )
        Sheet {
            lines.forEachIndexed { index, line ->
                if (index > 0) Line()
                Column(Modifier.semantics(mergeDescendants = true) {}.padding(horizontal = Space.Regular, vertical = Space.Medium)) {
                    FittingText(line.what, MaterialTheme.typography.bodyMedium)
                    line.at?.let { Quiet(moments.at(it), style = MaterialTheme.typography.bodySmall) }
                }
            }
        }
    }
}
