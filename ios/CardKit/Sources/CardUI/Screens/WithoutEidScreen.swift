import CardKit
import SwiftUI

/// The way to a card for who has no electronic identity: a library's desk.
struct WithoutEidScreen: View {
    let signIn: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Page(tag: Tag.withoutEidPage) {
            VStack(alignment: .leading, spacing: Space.regular) {
                Plain(words.withoutEidIntro)
                Sheet {
                    VStack(alignment: .leading, spacing: Space.medium) {
                        Point(icon: .library, title: words.withoutEidVisit)
                        Point(icon: .person, title: words.withoutEidBring)
                        Point(icon: .card, title: words.withoutEidRegistered)
                        Point(icon: .check, title: words.withoutEidThenSignIn)
                    }
                    .padding(Space.regular)
                }
                Hint(words.withoutEidChildren)
                PrimaryButton(text: words.withoutEidSignIn, tag: Tag.doorCardNumber, action: signIn)
            }
            .padding(.vertical, Space.regular)
        }
        .navigationTitle(words.withoutEidTitle)
        .navigationBarTitleDisplayMode(.inline)
    }
}
