import CardCore
import CardKit
import SwiftUI

/// What is kept about the person, where and why; all of it to read and to take along; and the way out.
struct MyDataScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.myDataPage) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let export = stage.shell.export {
                    Exported(export: export, stage: stage)
                } else {
                    Kept()
                    BusyButton(
                        text: words.myDataExport, busyText: words.myDataExporting, tag: Tag.export,
                        isBusy: stage.state.asking
                    ) { stage.actions.exportData() }
                    .padding(.top, Space.small)
                }
                Sheet {
                    NavRow(icon: .logout, name: words.myDataLeave, hint: words.myDataLeaveHint, tag: Tag.leaveOpen) {
                        stage.open(.leave)
                        stage.actions.seeLeaving()
                    }
                }
                .padding(.top, Space.large)
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.myDataTitle)
        .navigationBarTitleDisplayMode(.inline)
        .onChange(of: stage.shell.export) { _, export in
            if export != nil { announce(words.myDataExported) }
        }
    }
}

/// Where and why.
private struct Kept: View {
    @Environment(\.words) private var words

    var body: some View {
        Hint(words.myDataIntro)
        Sheet {
            place(.card, words.myDataRegister, words.myDataRegisterText)
            RowLine()
            place(.library, words.myDataLocal, words.myDataLocalText)
            RowLine()
            place(.receipt, words.myDataLog, words.myDataLogText)
            RowLine()
            place(.device, words.myDataDevice, words.myDataDeviceText)
        }
    }

    private func place(_ icon: CardIcon, _ title: String, _ text: String) -> some View {
        Point(icon: icon, title: title, text: text).padding(Space.regular)
    }
}

/// A sign with a few words, read as one.
struct Point: View {
    let icon: CardIcon
    let title: String
    var text: String?
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        HStack(alignment: .top, spacing: Space.regular) {
            if !textSize.isAccessibilitySize { Icon(icon).foregroundStyle(palette.primary).frame(width: 28) }
            VStack(alignment: .leading, spacing: Space.hair) {
                Plain(title, style: text == nil ? TypeTokens.bodyMedium : TypeTokens.titleSmall)
                if let text { Hint(text) }
            }
        }
        .accessibilityElement(children: .combine)
    }
}

/// All of it, by kind, to read here and to give away.
private struct Exported: View {
    let export: ExportView
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Notice(icon: .check, text: words.myDataExported, colors: palette.fresh, tag: Tag.export)
        OutlineButton(text: words.myDataShareText, tag: Tag.shareText, color: palette.primary) {
            stage.actions.shareExport(.text)
        }
        OutlineButton(text: words.myDataShareJson, tag: Tag.shareJson, color: palette.primary) {
            stage.actions.shareExport(.json)
        }
        SectionTitle(words.myDataLines)
        ForEach(export.groups, id: \.kind) { group in
            Text(exportKind(group.kind, words))
                .type(TypeTokens.labelMedium)
                .foregroundStyle(palette.onSurfaceVariant)
                .accessibilityAddTraits(.isHeader)
            Sheet {
                ForEach(Array(group.lines.enumerated()), id: \.offset) { index, line in
                    if index > 0 { Divider() }
                    VStack(alignment: .leading, spacing: Space.hair) {
                        Plain(line.what, style: TypeTokens.bodyMedium)
                        if let at = line.at { Small(stage.moments.at(at)) }
                    }
                    .padding(.horizontal, Space.regular)
                    .padding(.vertical, Space.medium)
                    .accessibilityElement(children: .combine)
                }
            }
        }
    }
}
