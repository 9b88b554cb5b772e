//! Icons → `Icons.kt`.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::icons::Icon;
use crate::kotlin::{HEADER, capital, literal};

const HEAD: &str = r"package no.bibliotekkortet.ui.theme

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp

/** The icons, 24 × 24 strokes; the colour comes from the tint of where they are shown. */
object CardIcons {
";

const TAIL: &str = r"
    private fun icon(name: String, path: String, mirror: Boolean): ImageVector =
        ImageVector.Builder(name, 24.dp, 24.dp, 24f, 24f, autoMirror = mirror)
            .addPath(
                pathData = addPathNodes(path),
                stroke = SolidColor(Color.Black),
                strokeLineWidth = 2f,
                strokeLineCap = StrokeCap.Round,
                strokeLineJoin = StrokeJoin.Round,
            ).build()
}
";

/// Writes `CardIcons`, each icon built when first used.
#[must_use]
pub fn emit(icons: &BTreeMap<String, Icon>) -> String {
    let mut out = format!("{HEADER}{HEAD}");
    for (name, icon) in icons {
        let name = capital(name);
        let _ = writeln!(
            out,
            "    val {name}: ImageVector by lazy {{ icon({}, {}, {}) }}",
            literal(&name),
            literal(&icon.path),
            icon.mirror
        );
    }
    let all: Vec<_> = icons
        .keys()
        .map(|name| format!("{} to {}", literal(name), capital(name)))
        .collect();
    let _ = writeln!(
        out,
        "\n    /** All of them by name, for a picture of the whole set. */\n    val all: Map<String, ImageVector> by lazy {{ mapOf({}) }}",
        all.join(", ")
    );
    out + TAIL
}
