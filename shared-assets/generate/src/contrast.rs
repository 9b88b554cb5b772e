//! Contrast after WCAG 2.2, success criteria 1.4.3 (text, 4.5:1) and 1.4.11 (graphics, 3:1).

use crate::tokens::{Colour, Theme, Tokens};

/// Least contrast of text.
pub const TEXT: f64 = 4.5;
/// Least contrast of borders, icons and large text.
pub const GRAPHIC: f64 = 3.0;

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
    let mut wrong = below("code", "ink on paper", tokens.code.ink, tokens.code.paper, TEXT);
    for (name, theme) in [("light", &tokens.light), ("dark", &tokens.dark)] {
        wrong.extend(scheme(name, theme));
        wrong.extend(own(name, theme));
    }
    wrong
}

fn scheme(name: &str, theme: &Theme) -> Vec<String> {
    let on_surfaces = SURFACES.iter().flat_map(|surface| {
        let text = [
            "onSurface",
            "onSurfaceVariant",
            "primary",
            "secondary",
            "tertiary",
            "error",
        ];
        text.map(|role| (role, *surface, TEXT))
            .into_iter()
            .chain([("outline", *surface, GRAPHIC)])
    });
    on_surfaces
        .chain(PAIRS.map(|(text, background)| (text, background, TEXT)))
        .flat_map(
            |(text, background, least)| match (theme.scheme.get(text), theme.scheme.get(background)) {
                (Some(a), Some(b)) => below(name, &format!("{text} on {background}"), *a, *b, least),
                _ => vec![format!("tokens.toml: {name}: {text} or {background} is missing")],
            },
        )
        .collect()
}

fn own(name: &str, theme: &Theme) -> Vec<String> {
    let status = theme.status.iter().flat_map(|(status, colours)| {
        let mut wrong = below(
            name,
            &format!("status {status} on its container"),
            colours.text,
            colours.container,
            TEXT,
        );
        for surface in SURFACES {
            if let Some(background) = theme.scheme.get(surface) {
                wrong.extend(below(
                    name,
                    &format!("status {status} on {surface}"),
                    colours.text,
                    *background,
                    TEXT,
                ));
            }
        }
        wrong
    });
    let faces = theme.card.iter().flat_map(|(face, colours)| {
        [colours.top, colours.bottom].into_iter().flat_map(move |end| {
            let mut wrong = below(name, &format!("card {face}: ink"), colours.ink, end, TEXT);
            wrong.extend(below(name, &format!("card {face}: muted"), colours.muted, end, TEXT));
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
