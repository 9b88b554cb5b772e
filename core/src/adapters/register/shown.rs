//! Names and texts that somebody else wrote, cut down to what shows.

/// Without signs that hide or turn the text round (Unicode UAX #9 §2), and at most that many characters.
pub(super) fn shown(text: &str, longest: usize) -> String {
    text.chars().filter(|sign| !hides(*sign)).take(longest).collect()
}

/// Whether a sign has no shape of its own, or tells others where to stand.
pub(super) fn hides(sign: char) -> bool {
    sign.is_control()
        || matches!(
            sign,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}
