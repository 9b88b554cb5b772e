import CardCore
import CardKit
import SwiftUI

/// The children for whom the person acts, and the ways to have one here.
struct ChildrenScreen: View {
    let stage: Stage
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.children) {
            VStack(alignment: .leading, spacing: Space.medium) {
                StageTrouble(stage: stage)
                if let household = stage.state.household {
                    told(household)
                } else if stage.state.asking || stage.state.refreshing {
                    Waiting(text: words.childrenLoading, tag: Tag.childrenLoading)
                } else if stage.trouble == nil {
                    notTold
                }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLibraries() }
        .navigationTitle(words.childrenTitle)
        .navigationBarTitleDisplayMode(.inline)
    }

    @ViewBuilder private func told(_ household: HouseholdView) -> some View {
        if household.children.isEmpty {
            Empty(
                icon: .person, title: words.childrenEmptyTitle, text: words.childrenEmptyText, tag: Tag.childrenEmpty)
        } else {
            if stage.state.offline && stage.trouble == nil {
                StatusLine(icon: .offline, text: words.childrenOffline, color: palette.offline.text)
                    .accessibilityIdentifier(Tag.offline)
            }
            Sheet {
                ForEach(household.children, id: \.id) { child in
                    if child.id != household.children.first?.id { RowLine() }
                    ChildRow(child: child, moments: stage.moments) { stage.openChild(child.id) }
                }
            }
        }
        if household.children.contains(where: { !$0.hasCard }) {
            PrimaryButton(text: words.childrenAdd, tag: Tag.addChildren) { stage.addChildren() }
                .padding(.top, Space.small)
        }
        QuietButton(text: words.childrenMissing, tag: Tag.childMissing) { stage.openChildCode() }
    }

    @ViewBuilder private var notTold: some View {
        if stage.state.offline {
            Empty(icon: .offline, title: words.childrenOfflineUnknown, tag: Tag.offline)
            OutlineButton(text: words.childrenRetry, tag: Tag.refresh, color: palette.primary) {
                stage.actions.seeLibraries()
            }
        } else {
            Empty(icon: .lock, title: words.childrenLocked, tag: Tag.childrenEmpty)
            PrimaryButton(text: words.lockUnlock, tag: Tag.unlock, icon: .lock) { stage.actions.unlock() }
        }
    }
}

/// A child: name, age, how it is with the card, and what changes soon.
private struct ChildRow: View {
    let child: ChildView
    let moments: Moments
    let open: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Button(action: open) {
            HStack(spacing: Space.regular) {
                if !textSize.isAccessibilitySize {
                    Icon(.person).foregroundStyle(palette.primary).frame(width: 28)
                }
                VStack(alignment: .leading, spacing: Space.hair) {
                    Plain(child.name, style: TypeTokens.titleSmall)
                    Small(words.childrenAge("\(child.age)"))
                    Small(state)
                    if let near { StatusLine(icon: .clock, text: near, color: palette.ageing.text) }
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
        .accessibilityLabel(spoken)
        .accessibilityIdentifier(Tag.childRow(child.id))
    }

    private var state: String { child.cardState(words) }
    private var near: String? { child.nearChange.map { words.childrenChangesOn(moments.day($0.on)) } }
    private var spoken: String {
        let said = words.childrenA11yChild("\(child.age)", child.name, state)
        return near.map { "\(said). \($0)" } ?? said
    }
}
