import CardCore

/// The line under the card: when the register last confirmed it, and what follows from that.
public func freshness(_ card: CardView, _ words: any Strings, _ moments: Moments) -> String {
    switch card.face {
    case .fresh, .ended, .blocked: moments.checked(card.checkedAt)
    case .ageing: words.freshnessAgeing(moments.at(card.checkedAt))
    case .stale: words.freshnessStale(moments.at(card.checkedAt))
    case .expired: words.freshnessExpired(moments.at(card.checkedAt))
    }
}

/// Until when the card shows without being checked; nil while that is far from anybody's mind, or past.
public func shownUntil(_ card: CardView, _ words: any Strings, _ moments: Moments) -> String? {
    guard card.barcode != nil, card.face == .ageing || card.face == .stale else { return nil }
    return words.freshnessShownUntil(moments.at(card.showUntil))
}

/// Title and text in the place of a code that isn't shown.
public func noCodeWords(
    _ face: CardFace, _ words: any Strings, isChild: Bool = false
) -> (title: String, text: String?) {
    switch face {
    case .ended where isChild: (words.freshnessEndedTitle, words.cardsChildEnded)
    case .blocked where isChild: (words.freshnessBlockedTitle, words.cardsChildBlocked)
    case .ended: (words.freshnessEndedTitle, words.freshnessEnded)
    case .blocked: (words.freshnessBlockedTitle, words.freshnessBlocked)
    case .expired, .fresh, .ageing, .stale: (words.freshnessExpiredTitle, nil)
    }
}
