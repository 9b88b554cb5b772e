import CardCore
import CardKit
import SwiftUI

/// Nobody is signed in: what this is, and the three doors.
struct SignInScreen: View {
    /// The last contact got no answer; said before the person tries.
    let isOffline: Bool
    /// The provider is ID-porten itself.
    let hasOneDoor: Bool
    let trouble: Trouble?
    /// The person signed out a moment ago and should see that it was done.
    let justSignedOut: Bool
    /// And goes on with getting a card another time.
    let wasRegistering: Bool
    let actions: any AppActions
    let openForm: @MainActor () -> Void
    let withoutEid: @MainActor () -> Void
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Page(tag: Tag.signIn) {
            top.padding(.top, Space.regular)
            Heading(
                text: words.signInWelcome, style: trouble == nil ? TypeTokens.headlineLarge : TypeTokens.headlineSmall
            )
            .padding(.top, Space.large)
            PrimaryButton(text: words.signInIdPorten, tag: Tag.doorIdPorten) { actions.signIn(.idPorten) }
                .padding(.top, Space.large)
            Text(words.signInIdPortenHint)
                .type(TypeTokens.bodyMedium)
                .foregroundStyle(palette.onSurfaceVariant)
                .multilineTextAlignment(.center)
                .frame(maxWidth: .infinity)
                .padding(.top, Space.small)
            if isOffline && trouble?.tone != .offline {
                Notice(icon: .offline, text: words.signInOffline, colors: palette.offline, tag: Tag.offline)
                    .padding(.top, Space.regular)
            }
            if !hasOneDoor { OtherDoors(actions: actions, openForm: openForm).padding(.top, Space.large) }
            noCard.padding(.top, Space.large)
            Languages { actions.chooseLanguage($0) }.padding(.vertical, Space.small)
        }
    }

    /// For who has none yet.
    private var noCard: some View {
        VStack(alignment: .leading, spacing: Space.small) {
            Text(words.signInNoCard).type(TypeTokens.labelMedium).foregroundStyle(palette.onSurfaceVariant)
            Sheet {
                NavRow(icon: .card, name: words.signInGetCard, hint: words.signInGetCardHint, tag: Tag.getCard) {
                    actions.beginRegistration()
                }
                RowLine()
                NavRow(icon: .library, name: words.signInWithoutEid, tag: Tag.withoutEid, action: withoutEid)
            }
        }
    }

    @ViewBuilder private var top: some View {
        if trouble == nil && !justSignedOut && !textSize.isAccessibilitySize {
            EmptyCard()
        } else {
            Text(words.cardWordmark).type(TypeTokens.titleLarge).foregroundStyle(palette.primary)
        }
        if let trouble {
            TroublePanel(trouble: trouble, actions: actions).padding(.top, Space.medium)
        } else if justSignedOut {
            Notice(
                icon: .check, text: wasRegistering ? words.registerLaterDone : words.signOutDone, colors: palette.fresh,
                tag: Tag.signedOut
            )
            .padding(.top, Space.medium)
        }
    }
}
