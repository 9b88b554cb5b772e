import CardCore

/// A number as a voice should read it: sign by sign.
public func digitByDigit(_ number: String) -> String { number.map(String.init).joined(separator: " ") }

/// The face in words, for who doesn't see it.
public func faceWords(_ face: CardFace, _ words: any Strings) -> String {
    switch face {
    case .fresh: words.a11yFresh
    case .ageing: words.a11yAgeing
    case .stale: words.a11yStale
    case .expired: words.freshnessExpiredTitle
    case .ended: words.a11yEnded
    case .blocked: words.a11yBlocked
    }
}

extension CardView {
    /// The number for a voice.
    public func spokenNumber(_ words: any Strings) -> String { words.a11yNumber(digitByDigit(number)) }

    /// The code for a voice; nil when none is shown.
    public func spokenBarcode(_ words: any Strings) -> String? {
        barcode == nil ? nil : words.a11yBarcode(digitByDigit(number))
    }
}
