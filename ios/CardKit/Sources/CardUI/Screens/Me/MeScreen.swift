import CardCore
import CardKit
import SwiftUI

/// What is the person's own: who they are here, what there is to know, and what is done seldom.
struct MeScreen: View {
    let stage: Stage
    @State private var wished: Bool?
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.me) {
            VStack(alignment: .leading, spacing: Space.regular) {
                StageTrouble(stage: stage)
                if let card = stage.state.card { person(card) }
                people
                Sheet {
                    NavRow(icon: .bell, name: words.meNotices, hint: notices, tag: Tag.meNotices) {
                        stage.open(.notices)
                    }
                    RowLine()
                    NavRow(icon: .receipt, name: words.meReceipts, tag: Tag.meReceipts) { stage.open(.receipts) }
                    RowLine()
                    NavRow(icon: .document, name: words.meMyData, tag: Tag.myData) { stage.open(.myData) }
                }
                Sheet {
                    NavRow(icon: .device, name: words.meDevices, tag: Tag.menuDevices) {
                        stage.open(.devices)
                        stage.actions.seeDevices()
                    }
                    RowLine()
                    Choice(title: words.lockSwitch, meaning: words.lockSwitchHint, tag: Tag.lockCard, isOn: lock)
                        .padding(.horizontal, Space.regular)
                        .padding(.vertical, Space.medium)
                }
                SectionTitle(words.meLanguage)
                Sheet { Languages { stage.actions.chooseLanguage($0) }.padding(.vertical, Space.tiny) }
                QuietButton(text: words.meSignOut, tag: Tag.signOut, icon: .logout) { stage.opened = .signOut }
            }
            .padding(.vertical, Space.regular)
        }
        .refreshable { stage.actions.seeLibraries() }
        .navigationTitle(words.meTitle)
        .navigationBarTitleDisplayMode(.large)
        .onChange(of: stage.shell.isLocking) { _, isLocking in if !isLocking { wished = nil } }
    }

    /// The children, how the person is reached, what they prove themselves with, what changes, what was done.
    private var people: some View {
        Sheet {
            NavRow(icon: .person, name: words.meChildren, hint: children, tag: Tag.meChildren) {
                stage.open(.children)
            }
            RowLine()
            NavRow(icon: .mail, name: words.meContact, tag: Tag.meContact) { stage.openContact() }
            RowLine()
            NavRow(icon: .lock, name: words.mePin, tag: Tag.mePin) { stage.open(.pin) }
            RowLine()
            NavRow(icon: .lock, name: words.mePassword, tag: Tag.mePassword) { stage.open(.password) }
            if stage.state.household?.ownChanges.isEmpty == false {
                RowLine()
                NavRow(icon: .clock, name: words.meOwnChanges, tag: Tag.meOwnChanges) { stage.open(.ownChanges) }
            }
            RowLine()
            NavRow(icon: .receipt, name: words.meLedger, tag: Tag.meLedger) { stage.openLedger(nil) }
        }
    }

    private var children: String? {
        stage.state.household.map { childrenCount($0.children.count, words) }
    }

    private func person(_ card: CardView) -> some View {
        VStack(alignment: .leading, spacing: Space.hair) {
            Plain(card.name, style: TypeTokens.titleLarge)
            Text(card.groups.joined(separator: " "))
                .type(TypeTokens.bodyMedium)
                .foregroundStyle(palette.onSurfaceVariant)
                .accessibilityLabel(card.spokenNumber(words))
                .accessibilityIdentifier(Tag.cardNumber)
        }
    }

    private var notices: String {
        switch stage.state.notices.count {
        case 0: words.meNoticesNone
        case 1: words.meNoticesOne
        case let count: words.meNoticesMany("\(count)")
        }
    }

    /// Stands as the person wished until it is known how it went; then as it is.
    private var lock: Binding<Bool> {
        Binding(
            get: { wished ?? stage.state.lockCard },
            set: {
                wished = $0
                stage.actions.lockCard($0)
            })
    }
}
