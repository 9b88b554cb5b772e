//! Colour, type, space, shape and motion, as read from `tokens.toml`.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::Path;

use serde::Deserialize;

/// An opaque sRGB colour: red, green, blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Colour(pub [u8; 3]);

impl TryFrom<String> for Colour {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let wrong = || format!("{text:?} is not a colour like #0B5872");
        let digits = text.strip_prefix('#').unwrap_or_default();
        if digits.len() != 6 || !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(wrong());
        }
        let [_, r, g, b] = u32::from_str_radix(digits, 16).map_err(|_| wrong())?.to_be_bytes();
        Ok(Self([r, g, b]))
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02X}{g:02X}{b:02X}")
    }
}

/// Words on a tinted ground, for one status.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// Words and icon; also readable on every surface.
    pub text: Colour,
    /// The ground.
    pub container: Colour,
}

/// The card's face in one condition.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Face {
    /// Upper end of the gradient.
    pub top: Colour,
    /// Lower end of the gradient.
    pub bottom: Colour,
    /// Name and wordmark.
    pub ink: Colour,
    /// Less important words.
    pub muted: Colour,
    /// The quiet pattern of bars; drawn with little opacity, carries no meaning.
    pub pattern: Colour,
}

/// A theme: Material 3's roles and our own colours.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Theme {
    /// Material 3's `ColorScheme`, by parameter name.
    pub scheme: BTreeMap<String, Colour>,
    /// By card face or condition: fresh, ageing, stale, ended, blocked, offline.
    pub status: BTreeMap<String, Status>,
    /// By look: fresh, stale, ended, and the same for children.
    pub card: BTreeMap<String, Face>,
}

/// The barcode's panel.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// White, always.
    pub paper: Colour,
    /// Black, always.
    pub ink: Colour,
}

/// The plastic card, ISO/IEC 7810 ID-1, in millimetres.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardSize {
    /// Width.
    pub width_mm: f64,
    /// Height.
    pub height_mm: f64,
    /// Corner radius.
    pub corner_mm: f64,
}

/// A text style; sizes in sp.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeStyle {
    /// Font size.
    pub size: u16,
    /// Line height.
    pub line: u16,
    /// 400, 500, 600 or 700: those that are bundled.
    pub weight: u16,
    /// Letter spacing.
    pub tracking: f64,
}

/// The whole of `tokens.toml`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tokens {
    /// By day.
    pub light: Theme,
    /// By night.
    pub dark: Theme,
    /// By day, for those who ask for more contrast; in the file only what differs.
    pub light_contrast: Theme,
    /// The same by night.
    pub dark_contrast: Theme,
    /// The barcode's panel.
    pub code: Code,
    /// The card's measures.
    pub card_size: CardSize,
    /// Material 3's text styles, by role.
    #[serde(rename = "type")]
    pub text: BTreeMap<String, TypeStyle>,
    /// Our own text styles.
    pub card_type: BTreeMap<String, TypeStyle>,
    /// dp.
    pub space: BTreeMap<String, u16>,
    /// dp.
    pub radius: BTreeMap<String, u16>,
    /// Milliseconds of a change on the screen.
    pub motion: BTreeMap<String, u16>,
    /// Milliseconds of waits and slow cycles.
    pub rhythm: BTreeMap<String, u16>,
}

/// Reads `tokens.toml`.
///
/// # Errors
/// Not readable, not TOML, an unknown or missing table, or something that is no colour.
pub fn load(path: &Path) -> Result<Tokens, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    parse(&text)
}

/// Parses the text of `tokens.toml`.
///
/// # Errors
/// As [`load`].
pub fn parse(text: &str) -> Result<Tokens, String> {
    let mut tokens: Tokens = toml::from_str(text).map_err(|e| format!("tokens.toml: {e}"))?;
    tokens.light_contrast = tokens.light.overlaid(&tokens.light_contrast);
    tokens.dark_contrast = tokens.dark.overlaid(&tokens.dark_contrast);
    Ok(tokens)
}

impl Theme {
    fn overlaid(&self, over: &Self) -> Self {
        let mut theme = self.clone();
        theme.scheme.extend(over.scheme.clone());
        theme.status.extend(over.status.clone());
        theme.card.extend(over.card.clone());
        theme
    }
}

impl Tokens {
    /// The four themes by name.
    #[must_use]
    pub fn themes(&self) -> [(&'static str, &Theme); 4] {
        [
            ("light", &self.light),
            ("dark", &self.dark),
            ("light_contrast", &self.light_contrast),
            ("dark_contrast", &self.dark_contrast),
        ]
    }

    /// House rules that are not about contrast: the code's two colours, bundled weights, line height, length of motion.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        if self.code.paper != Colour([255; 3]) || self.code.ink != Colour([0; 3]) {
            wrong.push("tokens.toml: code must be black on white".into());
        }
        for (name, style) in self.text.iter().chain(&self.card_type) {
            if ![400, 500, 600, 700].contains(&style.weight) {
                wrong.push(format!(
                    "tokens.toml: {name} has weight {}, which is not bundled",
                    style.weight
                ));
            }
            if f64::from(style.line) < 1.2 * f64::from(style.size) {
                wrong.push(format!(
                    "tokens.toml: {name} has lines of {} for letters of {}",
                    style.line, style.size
                ));
            }
        }
        for (name, length) in self.motion.iter().filter(|(_, length)| **length >= 250) {
            wrong.push(format!(
                "tokens.toml: motion {name} takes {length} ms; less than 250 is wanted"
            ));
        }
        for (name, other) in [
            ("dark", &self.dark),
            ("light_contrast", &self.light_contrast),
            ("dark_contrast", &self.dark_contrast),
        ] {
            if self.light.scheme.keys().ne(other.scheme.keys())
                || self.light.status.keys().ne(other.status.keys())
                || self.light.card.keys().ne(other.card.keys())
            {
                wrong.push(format!("tokens.toml: light and {name} don't have the same colours"));
            }
        }
        wrong
    }
}
