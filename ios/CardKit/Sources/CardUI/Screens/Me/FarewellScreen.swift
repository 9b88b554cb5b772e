import CardCore
import CardKit
import SwiftUI

/// The card has ended: when, who still knows the person, and a message ready for each.
struct FarewellScreen: View {
    let stage: Stage
    @Environment(\.words) private var words

    var body: some View {
        Page(tag: Tag.endCard) {
            VStack(alignment: .leading, spacing: Space.medium) {
                Heading(text: words.farewellTitle, style: TypeTokens.headlineSmall)
                if let at = stage.state.leaving?.endedAt { Hint(words.farewellEndedAt(stage.moments.at(at))) }
                StageTrouble(stage: stage)
                if remaining.isEmpty {
                    Hint(words.farewellNone)
                } else {
                    SectionTitle(words.farewellRemaining)
                    Hint(words.farewellRemainingText)
                    ForEach(remaining, id: \.library.number) { left in
                        StillKnown(left: left, card: stage.state.card, actions: stage.actions)
                    }
                }
                Small(words.farewellDoneHint).padding(.top, Space.regular)
                PrimaryButton(text: words.farewellDone, tag: Tag.leaveDone) {
                    stage.opened = .nothing
                    stage.signOut()
                }
            }
            .padding(.vertical, Space.regular)
        }
        .navigationBarBackButtonHidden(true)
        .onAppear { announce(words.farewellTitle) }
    }

    private var remaining: [RemainingView] { stage.state.leaving?.remaining ?? [] }
}

/// A library that still knows the person: a message by e-mail with everything filled in; else by phone; else its page.
private struct StillKnown: View {
    let left: RemainingView
    let card: CardView?
    let actions: any AppActions
    @State private var isCopied = false
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.copy) private var copy

    var body: some View {
        Sheet {
            VStack(alignment: .leading, spacing: Space.tiny) {
                Plain(left.library.name, style: TypeTokens.titleSmall)
                StatusLine(
                    icon: left.standing.icon, text: standingWords(left.standing, words),
                    color: left.standing.color(palette))
                if let way {
                    OutlineButton(text: way.text, tag: Tag.write(left.library.number), color: palette.primary) {
                        actions.openOutside(way.address)
                    }
                    .accessibilityLabel("\(way.text): \(left.library.name)")
                }
                QuietButton(
                    text: isCopied ? words.farewellCopied : words.farewellCopy, tag: Tag.copy(left.library.number),
                    icon: isCopied ? .check : .copy
                ) {
                    copy(letter.text)
                    isCopied = true
                }
                .accessibilityLabel(isCopied ? words.farewellCopied : words.farewellA11yCopy(left.library.name))
            }
            .padding(Space.regular)
        }
        .accessibilityIdentifier(Tag.remaining(left.library.number))
    }

    private var letter: Letter { Letter(left, name: card?.name ?? "", number: card?.number ?? "", words) }

    private var way: (text: String, address: String)? {
        if let address = letter.address { return (words.farewellWrite, address) }
        if let address = left.phone.flatMap(phoneAddress) { return (words.farewellCall, address) }
        return left.web.flatMap(webAddress).map { (words.farewellWeb, $0) }
    }
}
