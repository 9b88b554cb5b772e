package no.bibliotekkortet.ui.text

import no.bibliotekkortet.core.ExportKind
import no.bibliotekkortet.core.ExportView

/** What kind of thing is kept. */
fun kindOf(
    kind: ExportKind,
    words: Strings,
): String =
    when (kind) {
        ExportKind.NAME -> words.myDataName
        ExportKind.CARD -> words.myDataCard
        ExportKind.LIBRARY -> words.myDataLibrary
        ExportKind.RECEIPT -> words.myDataReceipt
        ExportKind.DEVICE -> words.myDataDeviceLines
        ExportKind.MAIL -> words.myDataMail
        ExportKind.OTHER -> words.myDataOther
    }

/** All that is kept, as text to read anywhere. */
fun written(
    export: ExportView,
    words: Strings,
    moments: Moments,
): String =
    buildString {
        appendLine(words.myDataFileTitle(moments.today()))
        export.lines.groupBy { it.kind }.forEach { (kind, lines) ->
            appendLine()
            appendLine(kindOf(kind, words))
            lines.forEach { line ->
                appendLine("- " + (line.at?.let { words.myDataLineAt(moments.date(it), what = line.what) } ?: line.what))
            }
        }
    }
