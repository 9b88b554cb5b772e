//! The bars of a card: widths in modules, no pixels and no colours.
//!
//! Both symbologies carry exactly the ten characters of the lånenummer. Which one a library's readers want is a setting of
//! that library, as no public source names the symbology of the national card.

use std::fmt;

use barcoders::sym::code39::Code39;
use barcoders::sym::code128::Code128;

use super::card_number::CardNumber;

/// Clear space on each side, in modules: the least that ISO/IEC 15417 (Code 128) and ISO/IEC 16388 (Code 39) ask for.
const QUIET: u8 = 10;

/// How `barcoders` spells "start or go on in code set B" and "… C".
const SET_B: char = '\u{181}';
const SET_C: char = '\u{106}';

/// A linear barcode standard that carries both letters and digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Symbology {
    /// ISO/IEC 15417: 112 modules for a lånenummer, with a check character of its own.
    #[default]
    Code128,
    /// ISO/IEC 16388: 155 modules at wide to narrow 2:1, without a check character; for older readers.
    Code39,
}

/// A barcode ready to be drawn.
#[derive(Clone, PartialEq, Eq)]
pub struct Barcode {
    /// The standard that the bars follow.
    pub symbology: Symbology,
    /// Widths in modules: bar, space, bar … bar. Always an odd count, each 1 to 4.
    pub bars: Vec<u8>,
    /// Sum of `bars`: the width without the quiet zones.
    pub modules: u16,
    /// Modules to be kept clear on each side.
    pub quiet: u8,
}

/// The encoder gave no drawable bars. No lånenummer is known to bring this about; the type keeps the promise checkable.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum EncodeError {
    /// The barcode library refused the characters.
    #[error("the barcode library refused the card number")]
    Refused(#[source] barcoders::error::Error),
    /// The barcode library's answer does not begin and end with a bar, or is too wide.
    #[error("the barcode library gave bars that cannot be drawn")]
    Shape,
}

/// The bars for a lånenummer.
///
/// # Errors
/// [`EncodeError`] when the barcode library fails, which a property test has never seen.
pub fn encode(number: &CardNumber, symbology: Symbology) -> Result<Barcode, EncodeError> {
    let bits = match symbology {
        Symbology::Code128 => Code128::new(code_128_data(number)).map(|code| code.encode()),
        Symbology::Code39 => Code39::new(number.as_str()).map(|code| code.encode()),
    }
    .map_err(EncodeError::Refused)?;

    if bits.first() != Some(&1) || bits.last() != Some(&1) {
        return Err(EncodeError::Shape);
    }
    let bars: Result<Vec<u8>, _> = bits
        .chunk_by(|a, b| a == b)
        .map(|run| u8::try_from(run.len()))
        .collect();
    Ok(Barcode {
        symbology,
        bars: bars.map_err(|_| EncodeError::Shape)?,
        modules: u16::try_from(bits.len()).map_err(|_| EncodeError::Shape)?,
        quiet: QUIET,
    })
}

/// Nine digits are an odd count and set C takes pairs, so the first one stays with the letter in set B: 112 modules.
fn code_128_data(number: &CardNumber) -> String {
    let mut data = String::from(SET_B);
    for (position, character) in number.as_str().chars().enumerate() {
        if position == 2 {
            data.push(SET_C);
        }
        data.push(character);
    }
    data
}

/// Without the bars: they are the number in another script.
impl fmt::Debug for Barcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Barcode")
            .field("symbology", &self.symbology)
            .field("modules", &self.modules)
            .field("quiet", &self.quiet)
            .finish_non_exhaustive()
    }
}
