import CardCore
import CardKit
import SwiftUI

/// Cards for several children in one go; then what became of each.
struct AddChildrenScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.addChildrenPage) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let household = stage.state.household {
                    if stage.typed.isDone {
                        Outcomes(stage: stage)
                    } else {
                        OfflineLine(stage: stage)
                        choice
                        if !household.registryLink || household.children.isEmpty { manual }
                    }
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.addChildrenTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    /// No register says whose children these are: a library does.
    private var manual: some View {
        Panel(
            icon: .library, title: words.addChildrenManualTitle, text: words.addChildrenManualText,
            colors: palette.offline
        ) {
            OutlineButton(
                text: words.addChildrenManualOpen, tag: Tag.childMissing, color: palette.offline.text
            ) { stage.openChildCode() }
        }
    }

    @ViewBuilder private var choice: some View {
        if !without.isEmpty {
            Hint(words.addChildrenText)
            SectionTitle(words.addChildrenChoose)
            Sheet {
                ForEach(without, id: \.id) { child in
                    if child.id != without.first?.id { RowLine() }
                    TickRow(
                        title: child.name, hint: words.childrenAge("\(child.age)"), tag: Tag.pickChild(child.id),
                        isChosen: stage.typed.picked.contains(child.id)
                    ) { toggle(child.id) }
                    .disabled(isBusy)
                    .accessibilityLabel(words.addChildrenA11yPick("\(child.age)", child.name))
                }
            }
        } else if with.isEmpty {
            Empty(
                icon: .person, title: words.childrenEmptyTitle, text: words.childrenEmptyText, tag: Tag.childrenEmpty)
        } else {
            Notice(
                icon: .check, text: words.addChildrenAllHaveCard, colors: palette.fresh, tag: Tag.childrenEmpty)
        }
        ForEach(with, id: \.id) { child in
            StatusLine(
                icon: .check, text: words.addChildrenHasCard(child.name), color: palette.onSurfaceVariant,
                style: TypeTokens.bodyMedium)
        }
        if !without.isEmpty {
            ChildLibraryRow(
                stage: stage, name: words.addChildrenLibrary, none: words.addChildrenNoLibrary,
                change: words.addChildrenChangeLibrary)
            BusyButton(text: submit, busyText: words.addChildrenSending, tag: Tag.registerChildren, isBusy: isBusy) {
                send()
            }
        }
    }

    private func toggle(_ id: String) {
        if stage.typed.picked.contains(id) {
            stage.typed.picked.removeAll { $0 == id }
        } else {
            stage.typed.picked.append(id)
        }
    }

    private func send() {
        let picked = without.map(\.id).filter(stage.typed.picked.contains)
        if picked.isEmpty { return }
        guard let library = stage.libraryForChildren else { return stage.openChildLibrary() }
        stage.typed.queue = nil
        stage.actions.registerChildren(picked, library) { stage.typed.isDone = true }
    }

    private var submit: String {
        switch without.filter({ stage.typed.picked.contains($0.id) }).count {
        case 0: words.addChildrenSubmitNone
        case 1: words.addChildrenSubmitOne
        case let count: words.addChildrenSubmitMany("\(count)")
        }
    }

    private var isBusy: Bool { stage.shell.isSending }
    private var without: [ChildView] { stage.state.children.filter { !$0.hasCard } }
    private var with: [ChildView] { stage.state.children.filter(\.hasCard) }
}

/// The library that is chosen for children, and the way to another.
struct ChildLibraryRow: View {
    let stage: Stage
    let name: String
    let none: String
    let change: String
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            Fact(name: name, value: library ?? none)
            Divider()
            QuietButton(text: change, tag: Tag.childLibrary, isEnabled: !stage.shell.isSending) {
                stage.openChildLibrary()
            }
            .accessibilityLabel(words.addChildrenA11yChangeLibrary(library ?? none))
            .padding(.vertical, Space.tiny)
        }
    }

    private var library: String? { stage.nameForChildren }
}

/// Another library for children.
struct ChildLibraryScreen: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.childLibraryPage) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                LibraryPicker(
                    stage: stage, chosen: stage.libraryForChildren, spoken: words.addChildrenA11yPickLibrary,
                    pick: stage.pickForChildren)
            }
            .padding(.vertical, Space.regular)
        }
        .scrollDismissesKeyboard(.interactively)
        .navigationTitle(words.addChildrenLibraryTitle)
        .navigationBarTitleDisplayMode(.inline)
    }
}
