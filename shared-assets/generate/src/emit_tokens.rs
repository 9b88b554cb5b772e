//! Tokens → `Tokens.kt`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::kotlin::{HEADER, camel};
use crate::tokens::{Colour, Face, Status, Theme, Tokens, TypeStyle};

const HEAD: &str = r"package no.bibliotekkortet.ui.theme

import androidx.compose.material3.ColorScheme
import androidx.compose.material3.Typography
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp

/** Words on a tinted ground; [text] is readable on every surface as well. */
data class StatusColors(val text: Color, val container: Color)

/** The card's face: a gradient from [top] to [bottom], [ink] and [muted] words, and a [pattern] to draw with little opacity. */
data class FaceColors(val top: Color, val bottom: Color, val ink: Color, val muted: Color, val pattern: Color)

";

/// What the themes are called, and Material's scheme below each.
const NAMES: [(&str, &str); 4] = [
    ("Light", "light"),
    ("Dark", "dark"),
    ("LightHighContrast", "light"),
    ("DarkHighContrast", "dark"),
];

/// Writes colour schemes, our own colours, text styles, measures and times.
#[must_use]
pub fn emit(tokens: &Tokens) -> String {
    let mut out = format!("{HEADER}{HEAD}");
    own_colours(&mut out, &tokens.light);
    for ((_, theme), (name, base)) in tokens.themes().into_iter().zip(NAMES) {
        colours(&mut out, name, base, theme);
    }
    card(&mut out, tokens);
    text_styles(&mut out, tokens);
    numbers(&mut out, "Space", "Distances.", "Dp", ".dp", &tokens.space);
    numbers(&mut out, "Radius", "Rounding of corners.", "Dp", ".dp", &tokens.radius);
    numbers(
        &mut out,
        "Motion",
        "Milliseconds of a change on the screen.",
        "Int",
        "",
        &tokens.motion,
    );
    numbers(
        &mut out,
        "Rhythm",
        "Milliseconds of waits and slow cycles.",
        "Int",
        "",
        &tokens.rhythm,
    );
    out
}

fn own_colours(out: &mut String, theme: &Theme) {
    out.push_str("/** Colours that Material 3 has no role for. */\ndata class CardColors(\n");
    for name in theme.status.keys() {
        let _ = writeln!(out, "    val {name}: StatusColors,");
    }
    for name in theme.card.keys() {
        let _ = writeln!(out, "    val {}Face: FaceColors,", camel(name));
    }
    out.push_str(")\n");
}

fn colours(out: &mut String, name: &str, base: &str, theme: &Theme) {
    let _ = writeln!(out, "\nval {name}Colors: ColorScheme =\n    {base}ColorScheme(");
    for (role, value) in &theme.scheme {
        let _ = writeln!(out, "        {role} = {},", colour(*value));
    }
    let _ = writeln!(out, "    )\n\nval {name}CardColors: CardColors =\n    CardColors(");
    for (name, Status { text, container }) in &theme.status {
        let _ = writeln!(
            out,
            "        {name} = StatusColors({}, {}),",
            colour(*text),
            colour(*container)
        );
    }
    for (name, face) in &theme.card {
        let Face {
            top,
            bottom,
            ink,
            muted,
            pattern,
        } = face;
        let values = [top, bottom, ink, muted, pattern]
            .map(|value| colour(*value))
            .join(", ");
        let _ = writeln!(out, "        {}Face = FaceColors({values}),", camel(name));
    }
    out.push_str("    )\n");
}

fn card(out: &mut String, tokens: &Tokens) {
    let size = &tokens.card_size;
    let _ = write!(
        out,
        "\n/** The card as an object (ISO/IEC 7810 ID-1) and its barcode's panel, which is the same by day and night. */
object CardTokens {{
    const val WidthMm: Float = {:.2}f
    const val HeightMm: Float = {:.2}f
    const val CornerMm: Float = {:.2}f
    const val Aspect: Float = WidthMm / HeightMm
    const val CornerOfWidth: Float = CornerMm / WidthMm
    val CodePaper: Color = {}
    val CodeInk: Color = {}
}}
",
        size.width_mm,
        size.height_mm,
        size.corner_mm,
        colour(tokens.code.paper),
        colour(tokens.code.ink)
    );
}

fn text_styles(out: &mut String, tokens: &Tokens) {
    out.push_str(
        "\n/** Text styles; figures are tabular everywhere. Give the bundled font family. */\nobject TypeTokens {\n",
    );
    out.push_str("    fun typography(family: FontFamily): Typography =\n        Typography(\n");
    for (name, style) in &tokens.text {
        let _ = writeln!(out, "            {name} = {},", text_style(style));
    }
    out.push_str("        )\n\n");
    for (name, style) in &tokens.card_type {
        let _ = writeln!(
            out,
            "    fun {name}(family: FontFamily): TextStyle = {}",
            text_style(style)
        );
    }
    out.push_str("\n    private fun style(family: FontFamily, size: Int, line: Int, weight: Int, tracking: Double): TextStyle =\n");
    out.push_str("        TextStyle(\n            fontFamily = family,\n            fontSize = size.sp,\n            lineHeight = line.sp,\n");
    out.push_str("            fontWeight = FontWeight(weight),\n            letterSpacing = tracking.sp,\n");
    out.push_str("            fontFeatureSettings = \"tnum\",\n        )\n}\n");
}

fn text_style(style: &TypeStyle) -> String {
    format!(
        "style(family, {}, {}, {}, {:?})",
        style.size, style.line, style.weight, style.tracking
    )
}

fn numbers(out: &mut String, object: &str, doc: &str, kind: &str, unit: &str, values: &BTreeMap<String, u16>) {
    let _ = writeln!(out, "\n/** {doc} */\nobject {object} {{");
    for (name, value) in values {
        let constant = if unit.is_empty() { "const val" } else { "val" };
        let _ = writeln!(
            out,
            "    {constant} {}: {kind} = {value}{unit}",
            crate::kotlin::capital(&camel(name))
        );
    }
    out.push_str("}\n");
}

fn colour(colour: Colour) -> String {
    let [r, g, b] = colour.0;
    format!("Color(0xFF{r:02X}{g:02X}{b:02X})")
}
