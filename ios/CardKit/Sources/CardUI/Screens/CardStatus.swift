import CardCore
import CardKit
import SwiftUI

/// How fresh the card is, whether there is network, and the thing to do about either.
struct CardStatus: View {
    let card: CardView
    let state: AppState
    let moments: Moments
    let trouble: Trouble?
    let actions: any AppActions
    @Environment(\.words) private var words
    @Environment(\.palette) private var palette

    var body: some View {
        Sheet {
            freshnessLine
            if state.offline && trouble?.tone != .offline {
                Divider()
                Beside {
                    Icon(.offline)
                } words: {
                    Text(card.barcode == nil ? words.cardOfflineNoCode : words.cardOffline)
                        .type(TypeTokens.freshness)
                        .fixedSize(horizontal: false, vertical: true)
                        .accessibilityIdentifier(Tag.offline)
                }
                .foregroundStyle(palette.offline.text)
            }
            Divider()
            if state.needsSignIn {
                signInAgain
            } else {
                QuietButton(
                    text: state.refreshing ? words.cardRefreshing : words.cardRefresh, tag: Tag.refresh, icon: .refresh,
                    isEnabled: !state.refreshing
                ) { actions.refresh() }
                .padding(.vertical, Space.tiny)
            }
        }
    }

    private var freshnessLine: some View {
        Beside {
            Pulse(color: colors.text)
        } words: {
            VStack(alignment: .leading, spacing: Space.hair) {
                Text(freshness(card, words, moments))
                    .type(TypeTokens.freshness)
                    .foregroundStyle(colors.text)
                    .accessibilityValue(faceWords(card.face, words))
                    .accessibilityAddTraits(.updatesFrequently)
                    .accessibilityIdentifier(Tag.freshness)
                if let until = shownUntil(card, words, moments) {
                    Text(until).type(TypeTokens.bodyMedium).foregroundStyle(palette.onSurfaceVariant)
                }
            }
            .fixedSize(horizontal: false, vertical: true)
        }
    }

    private var signInAgain: some View {
        VStack(alignment: .leading, spacing: Space.medium) {
            Text(words.cardNeedsSignIn).type(TypeTokens.bodyMedium).fixedSize(horizontal: false, vertical: true)
            PrimaryButton(text: words.cardSignInAgain, tag: Tag.signInAgain) { actions.signIn(.idPorten) }
        }
        .padding(Space.regular)
    }

    private var colors: StatusColors {
        switch card.face {
        case .fresh: palette.fresh
        case .ageing: palette.ageing
        case .stale, .expired: palette.stale
        case .ended, .blocked: palette.ended
        }
    }
}

/// A sign with words at its side; large words go under it.
private struct Beside<Sign: View, Words: View>: View {
    @ViewBuilder let sign: () -> Sign
    @ViewBuilder let words: () -> Words
    @Environment(\.dynamicTypeSize) private var textSize

    var body: some View {
        Group {
            if textSize.isAccessibilitySize {
                VStack(alignment: .leading, spacing: Space.small) {
                    sign()
                    words()
                }
            } else {
                HStack(spacing: 14) {
                    sign().frame(width: 34)
                    words()
                }
            }
        }
        .padding(.horizontal, Space.regular)
        .padding(.vertical, 14)
    }
}
