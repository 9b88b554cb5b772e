//! Contrast after WCAG 2.2, success criteria 1.4.3 and 1.4.6 (text) and 1.4.11 (graphics).

use crate::tokens::{Colour, Theme, Tokens};

/// What a theme must reach.
#[derive(Debug, Clone, Copy)]
pub struct Least {
    /// Text (1.4.3, 1.4.6).
    pub text: f64,
    /// Borders, icons and large text (1.4.11).
    pub graphic: f64,
}

/// Level AA, for everybody.
pub const USUAL: Least = Least {
    text: 4.5,
    graphic: 3.0,
};
/// Level AAA, for those who ask for it.
pub const HIGH: Least = Least {
    text: 7.0,
    graphic: 4.5,
};

/// Relative luminance, 0 (black) to 1 (white): WCAG 2.2, "relative luminance".
#[must_use]
pub fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.0.map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// Contrast ratio, 1 to 21, whichever of the two is lighter: WCAG 2.2, "contrast ratio".
#[must_use]
pub fn ratio(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const SURFACES: [&str; 9] = [
    "background",
    "surface",
    "surfaceDim",
    "surfaceBright",
    "surfaceContainerLowest",
    "surfaceContainerLow",
    "surfaceContainer",
    "surfaceContainerHigh",
    "surfaceContainerHighest",
];

const PAIRS: [(&str, &str); 13] = [
    ("onPrimary", "primary"),
    ("onPrimaryContainer", "primaryContainer"),
    ("onSecondary", "secondary"),
    ("onSecondaryContainer", "secondaryContainer"),
    ("onTertiary", "tertiary"),
    ("onTertiaryContainer", "tertiaryContainer"),
    ("onBackground", "background"),
    ("onSurface", "surfaceVariant"),
    ("onSurfaceVariant", "surfaceVariant"),
    ("onError", "error"),
    ("onErrorContainer", "errorContainer"),
    ("inverseOnSurface", "inverseSurface"),
    ("inversePrimary", "inverseSurface"),
];

/// Every pair of text and background that the screens may show, with its least contrast; tells those below it.
#[must_use]
pub fn check(tokens: &Tokens) -> Vec<String> {
    let mut wrong = below("code", "ink on paper", tokens.code.ink, tokens.code.paper, HIGH.text);
    for (name, theme) in tokens.themes() {
        let least = if name.ends_with("contrast") { HIGH } else { USUAL };
        wrong.extend(scheme(name, theme, least));
        wrong.extend(own(name, theme, least));
    }
    wrong
}

fn scheme(name: &str, theme: &Theme, least: Least) -> Vec<String> {
    let on_surfaces = SURFACES.iter().flat_map(move |surface| {
        let text = [
            "onSurface",
            "onSurfaceVariant",
            "primary",
            "secondary",
            "tertiary",
            "error",
        ];
        text.map(|role| (role, *surface, least.text))
            .into_iter()
            .chain([("outline", *surface, least.graphic)])
    });
    on_surfaces
        .chain(PAIRS.map(|(text, background)| (text, background, least.text)))
        .flat_map(
            |(text, background, least)| match (theme.scheme.get(text), theme.scheme.get(background)) {
                (Some(a), Some(b)) => below(name, &format!("{text} on {background}"), *a, *b, least),
                _ => vec![format!("tokens.toml: {name}: {text} or {background} is missing")],
            },
        )
        .collect()
}

fn own(name: &str, theme: &Theme, least: Least) -> Vec<String> {
    let status = theme.status.iter().flat_map(|(status, colours)| {
        let mut wrong = below(
            name,
            &format!("status {status} on its container"),
            colours.text,
            colours.container,
            least.text,
        );
        for surface in SURFACES {
            if let Some(background) = theme.scheme.get(surface) {
                wrong.extend(below(
                    name,
                    &format!("status {status} on {surface}"),
                    colours.text,
                    *background,
                    least.text,
                ));
            }
        }
        wrong
    });
    let faces = theme.card.iter().flat_map(|(face, colours)| {
        [colours.top, colours.bottom].into_iter().flat_map(move |end| {
            let mut wrong = below(name, &format!("card {face}: ink"), colours.ink, end, least.text);
            wrong.extend(below(
                name,
                &format!("card {face}: muted"),
                colours.muted,
                end,
                least.text,
            ));
            wrong
        })
    });
    status.chain(faces).collect()
}

fn below(theme: &str, pair: &str, a: Colour, b: Colour, least: f64) -> Vec<String> {
    let found = ratio(a, b);
    if found < least {
        vec![format!(
            "tokens.toml: {theme}: {pair} ({a} on {b}) is {found:.2}:1, needs {least}:1"
        )]
    } else {
        Vec::new()
    }
}
