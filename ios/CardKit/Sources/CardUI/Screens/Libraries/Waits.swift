import CardCore
import CardKit
import SwiftUI

/// What waits for the person at libraries, each with the one thing to do.
struct Waits: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        ForEach(stage.state.signAgain, id: \.id) { again in signAgain(again) }
        ForEach(stage.state.atDesks, id: \.profile.library.number) { relation in desk(relation.profile.library) }
    }

    private func signAgain(_ again: SignAgain) -> some View {
        let name = again.library.name
        let isRules = again.agreement == .rules
        return Panel(
            icon: .document,
            title: isRules ? words.librariesSignAgainRules(name) : words.librariesSignAgainStaffless(name),
            text: "\(severityWords(again.severity, words)). \(holds(again.from)).", colors: palette.ageing,
            tag: Tag.notice("sign-again")
        ) {
            OutlineButton(
                text: words.librariesReadNew, tag: Tag.readNew(again.library.number), color: palette.ageing.text
            ) {
                stage.read([again.library.number], again.agreement)
            }
            .accessibilityLabel(words.librariesA11yReadNew(name))
        }
    }

    private func holds(_ from: String) -> String {
        let day = stage.moments.day(from)
        return stage.moments.hasCome(from) ? words.librariesHoldsSince(day) : words.librariesHoldsFrom(day)
    }

    private func desk(_ library: LibraryView) -> some View {
        Panel(
            icon: .clock, title: words.librariesDeskWaits(library.name), colors: palette.offline,
            tag: Tag.deskCodeWaiting
        ) {
            OutlineButton(
                text: words.librariesShowCode, tag: Tag.showDeskCode(library.number), color: palette.offline.text
            ) {
                stage.showDeskCode(library.number)
            }
            .accessibilityLabel(words.librariesA11yShowCode(library.name))
        }
    }
}

/// New rules that must be signed.
struct SignAgain {
    let library: LibraryView
    let agreement: Agreement
    let severity: Severity
    let from: String

    var id: String { "\(library.number)-\(agreement)" }

    init?(_ notice: NoticeView) {
        guard case .signAgain(let library, let agreement, let severity, let from) = notice else { return nil }
        (self.library, self.agreement, self.severity, self.from) = (library, agreement, severity, from)
    }
}

extension AppState {
    var signAgain: [SignAgain] { notices.compactMap(SignAgain.init) }

    /// Libraries that wait for the person to show a code.
    var atDesks: [RelationView] { relations.filter { $0.standing == .pending && $0.deskCode != nil } }

    /// How many things wait at libraries.
    var waitsAtLibraries: Int { signAgain.count + atDesks.count }
}
