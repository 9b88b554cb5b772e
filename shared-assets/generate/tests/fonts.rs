//! The bundled font has every letter that we write, and figures that stand in columns.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ttf_parser::{Face, Tag};

const LETTERS: &str = "abcdefghijklmnopqrstuvwxyzæøåáčđŋšŧžABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅÁČĐŊŠŦŽéèêóòôàüöäñłńśżőűçğıșțþðõ0123456789–—…’“”«»·";
const WEIGHTS: [(&str, u16); 4] = [("Regular", 400), ("Medium", 500), ("SemiBold", 600), ("Bold", 700)];

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn written() -> BTreeSet<char> {
    let texts =
        ["nb", "nn", "se", "en"].map(|code| fs::read_to_string(assets().join(format!("strings/{code}.toml"))).unwrap());
    texts
        .iter()
        .flat_map(|text| text.chars())
        .chain(LETTERS.chars())
        .filter(|c| !c.is_control())
        .collect()
}

#[test]
fn every_weight_has_every_letter() {
    for (name, weight) in WEIGHTS {
        let data = fs::read(assets().join(format!("fonts/Inter-{name}.otf"))).unwrap();
        let face = Face::parse(&data, 0).unwrap();
        assert_eq!(face.weight().to_number(), weight, "{name}");
        let lacking: String = written()
            .into_iter()
            .filter(|c| face.glyph_index(*c).is_none())
            .collect();
        assert_eq!(lacking, "", "{name} lacks letters");
    }
}

#[test]
fn every_weight_has_tabular_figures() {
    for (name, _) in WEIGHTS {
        let data = fs::read(assets().join(format!("fonts/Inter-{name}.otf"))).unwrap();
        let face = Face::parse(&data, 0).unwrap();
        let features = face.tables().gsub.unwrap().features;
        assert!(features.find(Tag::from_bytes(b"tnum")).is_some(), "{name} has no tnum");
    }
}

#[test]
fn a_letter_outside_the_font_would_be_seen() {
    let data = fs::read(assets().join("fonts/Inter-Regular.otf")).unwrap();
    assert!(Face::parse(&data, 0).unwrap().glyph_index('漢').is_none());
}

#[test]
fn the_licence_lies_beside_the_font() {
    let licence = fs::read_to_string(assets().join("fonts/OFL.txt")).unwrap();
    assert!(licence.starts_with("Copyright (c)") && licence.contains("SIL OPEN FONT LICENSE Version 1.1"));
}
