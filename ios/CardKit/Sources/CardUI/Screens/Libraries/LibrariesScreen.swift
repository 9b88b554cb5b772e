import CardCore
import CardKit
import SwiftUI

/// Mine bibliotek: what waits for the person first, then the home library, then the others.
struct LibrariesScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.libraries) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                Waits(stage: stage)
                relations
                PrimaryButton(text: words.librariesFind, tag: Tag.findOpen, icon: .search) { stage.openFind() }
                    .padding(.top, Space.small)
                if let at = stage.state.relationsAt { told(at) }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLibraries() }
        .navigationTitle(child.map { words.actingLibraries($0.name) } ?? words.librariesTitle)
        .navigationBarTitleDisplayMode(.large)
    }

    @ViewBuilder private var relations: some View {
        let all = stage.state.relations
        if !all.isEmpty {
            group(all.filter(\.home), words.standingHome)
            group(all.filter { !$0.home }, stage.home == nil ? nil : words.librariesOthers)
        } else if let child {
            Empty(icon: .library, title: words.actingLibrariesEmpty(child.name), tag: Tag.librariesEmpty)
        } else if stage.state.relationsAt != nil {
            Empty(
                icon: .library, title: words.librariesEmptyTitle, text: words.librariesEmptyText,
                tag: Tag.librariesEmpty)
        } else if stage.state.asking {
            Waiting(text: words.librariesLoading, tag: Tag.librariesLoading)
        } else if stage.trouble == nil {
            notTold
        }
    }

    /// For whom the person acts.
    private var child: ChildView? { stage.state.acting }

    @ViewBuilder private func group(_ relations: [RelationView], _ title: String?) -> some View {
        if !relations.isEmpty {
            if let title { SectionTitle(title) }
            Sheet {
                ForEach(relations, id: \.profile.library.number) { relation in
                    if relation.profile.library.number != relations.first?.profile.library.number { RowLine() }
                    RelationRow(relation: relation, moments: stage.moments) {
                        stage.openLibrary(relation.profile.library.number)
                    }
                }
            }
        }
    }

    @ViewBuilder private var notTold: some View {
        Empty(
            icon: stage.state.offline ? .offline : .library, title: words.librariesUnknownTitle,
            text: stage.state.offline ? words.librariesOfflineUnknown : nil, tag: Tag.librariesEmpty)
        QuietButton(text: words.librariesRetry, tag: Tag.refreshLibraries, icon: .refresh) {
            stage.actions.seeLibraries()
        }
    }

    /// When it was told, and the way to ask anew.
    private func told(_ at: Date) -> some View {
        VStack(spacing: 0) {
            if stage.state.offline && stage.trouble == nil {
                StatusLine(
                    icon: .offline, text: words.librariesOffline(stage.moments.at(at)), color: palette.offline.text
                )
                .accessibilityIdentifier(Tag.offline)
            } else {
                Small(stage.moments.isNow(at) ? words.librariesToldNow : words.librariesTold(stage.moments.at(at)))
            }
            QuietButton(
                text: stage.state.asking ? words.librariesRefreshing : words.librariesRefresh,
                tag: Tag.refreshLibraries, icon: .refresh, isEnabled: !stage.state.asking
            ) { stage.actions.seeLibraries() }
        }
        .frame(maxWidth: .infinity)
    }
}

/// A library where the person is something: what, since when, and whether it is closed.
struct RelationRow: View {
    let relation: RelationView
    let moments: Moments
    let open: @MainActor () -> Void
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Button(action: open) {
            HStack(spacing: Space.regular) {
                if !textSize.isAccessibilitySize {
                    Icon(relation.home ? .home : .library)
                        .foregroundStyle(relation.home ? palette.primary : palette.onSurfaceVariant)
                        .frame(width: 28)
                }
                VStack(alignment: .leading, spacing: 3) {
                    Plain(relation.profile.library.name, style: TypeTokens.titleSmall)
                    Small(relation.profile.library.place)
                    StandingLine(relation: relation, moments: moments)
                    if let closing = relation.profile.closing { ClosingLine(closing: closing, moments: moments) }
                }
                .multilineTextAlignment(.leading)
                Spacer(minLength: 0)
                Icon(.forward).foregroundStyle(palette.onSurfaceVariant)
            }
            .padding(.horizontal, Space.regular)
            .padding(.vertical, Space.medium)
            .frame(minHeight: 64)
            .contentShape(RoundedRectangle(cornerRadius: 0))
        }
        .buttonStyle(.plain)
        .accessibilityIdentifier(Tag.libraryRow(relation.profile.library.number))
    }
}
