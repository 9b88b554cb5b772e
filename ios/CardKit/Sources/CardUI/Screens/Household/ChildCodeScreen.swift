import CardCore
import CardKit
import SwiftUI

/// A code by which a library's desk confirms that the person may act for a child: what it is, what to bring, and the code, large.
struct ChildCodeScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.childCode) {
            VStack(alignment: .leading, spacing: Space.regular) {
                StageTrouble(stage: stage)
                Plain(words.childCodeText)
                if let code { made(code) }
                SectionTitle(words.childCodeBring)
                Sheet {
                    VStack(alignment: .leading, spacing: Space.medium) {
                        Point(icon: .person, title: words.childCodeBringId)
                        Point(icon: .document, title: words.childCodeBringPapers)
                    }
                    .padding(Space.regular)
                }
                ChildLibraryRow(
                    stage: stage, name: words.childCodeLibrary, none: words.childCodeNoLibrary,
                    change: words.childCodeChangeLibrary)
                if stage.state.offline && stage.trouble == nil {
                    Notice(icon: .offline, text: words.childCodeOffline, colors: palette.offline, tag: Tag.offline)
                }
                make
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.childCodeTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private func made(_ code: ChildCodeView) -> some View {
        if isGood {
            Plain(words.childCodeSay(code.library.name))
            DeskCode(code: code.code, spoken: words.childCodeA11yCode)
                .accessibilityIdentifier(Tag.childCodeValue)
            Hint(words.childCodeUntil(stage.moments.date(code.until)))
            Small(words.childCodeAfter)
        } else {
            Panel(icon: .clock, title: words.childCodeExpired, colors: palette.ageing) {}
        }
    }

    /// The one thing to do; seldom again.
    @ViewBuilder private var make: some View {
        if isGood {
            QuietButton(
                text: isBusy ? words.childCodeMaking : words.childCodeMakeNew, tag: Tag.makeChildCode,
                isEnabled: !isBusy, action: send)
        } else {
            BusyButton(
                text: code == nil ? words.childCodeMake : words.childCodeMakeNew, busyText: words.childCodeMaking,
                tag: Tag.makeChildCode, isBusy: isBusy, action: send)
        }
    }

    private func send() {
        guard let library = stage.libraryForChildren else { return stage.openChildLibrary() }
        stage.actions.makeChildCode(library)
    }

    private var code: ChildCodeView? { stage.state.household?.code }
    private var isGood: Bool { code.map { !stage.moments.isBehind($0.until) } ?? false }
    private var isBusy: Bool { stage.shell.isSending }
}
