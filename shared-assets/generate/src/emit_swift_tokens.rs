//! Tokens → `Tokens.swift`, icons → `Icons.swift`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::icons::Icon;
use crate::kotlin::camel;
use crate::tokens::{Colour, Face, Theme, Tokens, TypeStyle};

const HEAD: &str = r"// Written by card-assets from shared-assets. Change the source there, not this file.
import SwiftUI

/// Words on a tinted ground; `text` is readable on every surface as well.
public struct StatusColors: Sendable {
    public let text: Color
    public let container: Color
}

/// The card's face: a gradient from `top` to `bottom`, `ink` and `muted` words, and a `pattern` to draw with little opacity.
public struct FaceColors: Sendable {
    public let top: Color
    public let bottom: Color
    public let ink: Color
    public let muted: Color
    public let pattern: Color
}

/// A text style at the usual text size, in points.
public struct TypeStyle: Sendable {
    public let size: CGFloat
    public let line: CGFloat
    public let weight: Font.Weight
    public let tracking: CGFloat
}

";

/// Writes palettes, text styles, measures and times.
#[must_use]
pub fn tokens(tokens: &Tokens) -> String {
    let mut out = HEAD.to_owned();
    palette(&mut out, &tokens.light);
    for ((_, theme), name) in
        tokens
            .themes()
            .into_iter()
            .zip(["light", "dark", "lightHighContrast", "darkHighContrast"])
    {
        let _ = writeln!(
            out,
            "    public static let {name} = Palette(\n        {})\n",
            values(theme)
        );
    }
    out.push_str("}\n");
    let size = &tokens.card_size;
    let _ = write!(
        out,
        "\n/// The barcode's panel, the same by day and night.\npublic enum CodeColors {{\n    public static let paper = {}\n    public static let ink = {}\n}}\n\n\
         /// The card as an object (ISO/IEC 7810 ID-1), millimetres.\npublic enum CardSize {{\n    public static let widthMm: CGFloat = {:.2}\n    public static let heightMm: CGFloat = {:.2}\n    \
         public static let cornerMm: CGFloat = {:.2}\n    public static let aspect: CGFloat = widthMm / heightMm\n}}\n",
        colour(tokens.code.paper),
        colour(tokens.code.ink),
        size.width_mm,
        size.height_mm,
        size.corner_mm
    );
    out.push_str("\n/// Text styles; figures are tabular everywhere.\npublic enum TypeTokens {\n");
    for (name, style) in tokens.text.iter().chain(&tokens.card_type) {
        let _ = writeln!(out, "    public static let {name} = {}", type_style(style));
    }
    out.push_str("}\n");
    numbers(&mut out, "Space", "Distances, points.", &tokens.space, 1.0);
    numbers(&mut out, "Radius", "Rounding of corners, points.", &tokens.radius, 1.0);
    numbers(
        &mut out,
        "Motion",
        "Seconds of a change on the screen.",
        &tokens.motion,
        1000.0,
    );
    numbers(
        &mut out,
        "Rhythm",
        "Seconds of waits and slow cycles.",
        &tokens.rhythm,
        1000.0,
    );
    out
}

/// Writes the icons by the SF Symbol that stands for each.
#[must_use]
pub fn icons(icons: &BTreeMap<String, Icon>) -> String {
    let mut out = "// Written by card-assets from shared-assets. Change the source there, not this file.\n\n\
                   /// The icons; the raw value is the SF Symbol that stands for each here.\n\
                   public enum CardIcon: String, CaseIterable, Sendable {\n"
        .to_owned();
    for (name, icon) in icons {
        let _ = writeln!(out, "    case {} = \"{}\"", camel(name), icon.sf);
    }
    out + "}\n"
}

fn palette(out: &mut String, theme: &Theme) {
    out.push_str("/// All colours of a theme: Material's roles, and our own for what it has no role for.\npublic struct Palette: Sendable {\n");
    for name in theme.scheme.keys() {
        let _ = writeln!(out, "    public let {name}: Color");
    }
    for name in theme.status.keys() {
        let _ = writeln!(out, "    public let {name}: StatusColors");
    }
    for name in theme.card.keys() {
        let _ = writeln!(out, "    public let {}Face: FaceColors", camel(name));
    }
    out.push('\n');
}

fn values(theme: &Theme) -> String {
    let scheme = theme
        .scheme
        .iter()
        .map(|(name, value)| format!("{name}: {}", colour(*value)));
    let status = theme.status.iter().map(|(name, status)| {
        let (text, container) = (colour(status.text), colour(status.container));
        format!("{name}: StatusColors(text: {text}, container: {container})")
    });
    let card = theme
        .card
        .iter()
        .map(|(name, face)| format!("{}Face: {}", camel(name), face_colours(face)));
    scheme.chain(status).chain(card).collect::<Vec<_>>().join(",\n        ")
}

fn face_colours(face: &Face) -> String {
    let [top, bottom, ink, muted, pattern] = [face.top, face.bottom, face.ink, face.muted, face.pattern].map(colour);
    format!(
        "FaceColors(\n            top: {top},\n            bottom: {bottom},\n            ink: {ink},\n            muted: {muted},\n            pattern: {pattern})"
    )
}

fn type_style(style: &TypeStyle) -> String {
    let weight = match style.weight {
        500 => ".medium",
        600 => ".semibold",
        700 => ".bold",
        _ => ".regular",
    };
    format!(
        "TypeStyle(size: {}, line: {}, weight: {weight}, tracking: {:?})",
        style.size, style.line, style.tracking
    )
}

fn numbers(out: &mut String, name: &str, doc: &str, values: &BTreeMap<String, u16>, unit: f64) {
    let kind = if unit > 1.0 { "Double" } else { "CGFloat" };
    let _ = writeln!(out, "\n/// {doc}\npublic enum {name} {{");
    for (name, value) in values {
        let _ = writeln!(
            out,
            "    public static let {}: {kind} = {}",
            camel(name),
            f64::from(*value) / unit
        );
    }
    out.push_str("}\n");
}

fn colour(colour: Colour) -> String {
    let [r, g, b] = colour.0.map(|channel| f64::from(channel) / 255.0);
    format!("Color(red: {r:.4}, green: {g:.4}, blue: {b:.4})")
}
