//! The bars against another encoder's golden output, and read back by a decoder that shares no code with the encoder.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use card_core::domain::barcode::{Barcode, Symbology, encode};
use card_core::domain::card_number::CardNumber;
use proptest::prelude::*;
use rxing::oned::{Code39Writer, Code128Writer, OneDimensionalCodeWriter};
use rxing::{BarcodeFormat, helpers::detect_in_luma};
use serde_json::Value;

const HEIGHT: usize = 20;

fn card(text: &str) -> CardNumber {
    text.parse().unwrap()
}

fn bits(barcode: &Barcode) -> String {
    let colours = ["1", "0"].into_iter().cycle();
    barcode
        .bars
        .iter()
        .zip(colours)
        .map(|(width, colour)| colour.repeat(usize::from(*width)))
        .collect()
}

/// What the decoder reads from a picture of the bars with whole pixels a module.
fn decode(barcode: &Barcode, pixels: usize, format: BarcodeFormat) -> Option<String> {
    let quiet = "0".repeat(usize::from(barcode.quiet));
    let row: Vec<u8> = format!("{quiet}{}{quiet}", bits(barcode))
        .bytes()
        .flat_map(|bit| std::iter::repeat_n(if bit == b'1' { 0 } else { 255 }, pixels))
        .collect();
    let width = u32::try_from(row.len()).unwrap();
    let result = detect_in_luma(row.repeat(HEIGHT), width, u32::try_from(HEIGHT).unwrap(), Some(format)).ok()?;
    (result.getBarcodeFormat() == &format).then(|| result.getText().to_owned())
}

fn other_encoder(text: &str, symbology: Symbology) -> String {
    let bits = match symbology {
        Symbology::Code128 => Code128Writer.encode_oned(text),
        Symbology::Code39 => Code39Writer.encode_oned(text),
    };
    bits.unwrap().iter().map(|bit| if *bit { '1' } else { '0' }).collect()
}

#[test]
fn bars_are_those_of_the_shared_vectors() {
    let vectors: Value = serde_json::from_str(include_str!("../../tests/vectors/barcodes.json")).unwrap();
    let rows = vectors["barcodes"].as_array().unwrap();
    assert!(!rows.is_empty());
    for row in rows {
        let symbology = match row["symbology"].as_str().unwrap() {
            "code128" => Symbology::Code128,
            "code39" => Symbology::Code39,
            other => panic!("unknown symbology {other}"),
        };
        let barcode = encode(&card(row["number"].as_str().unwrap()), symbology).unwrap();
        let widths: String = barcode.bars.iter().map(u8::to_string).collect();
        assert_eq!(widths, row["bars"], "{row}");
        assert_eq!(bits(&barcode), row["bits"], "{row}");
        assert_eq!(u64::from(barcode.modules), row["modules"], "{row}");
        assert_eq!(u64::from(barcode.quiet), row["quiet"], "{row}");
        assert_eq!(barcode.symbology, symbology);
    }
}

#[test]
fn golden_code_128() {
    let barcode = encode(&card("N012345678"), Symbology::Code128).unwrap();
    let golden = "1101001000010111000110100111011001011101111010110011100100010110\
                  001110001011011000010100100010110001100011101011";
    assert_eq!(bits(&barcode), golden);
}

#[test]
fn golden_code_39() {
    let barcode = encode(&card("N012345678"), Symbology::Code39).unwrap();
    let golden = "100101101101010101101001101010011011010110100101011010110010101101101100101\
                  01010100110101101101001101010101100110101010100101101101101001011010100101101101";
    assert_eq!(bits(&barcode), golden);
}

#[test]
fn debug_does_not_draw_the_number() {
    let text = format!("{:?}", encode(&card("N012345678"), Symbology::Code39).unwrap());
    assert_eq!(text, "Barcode { symbology: Code39, modules: 155, quiet: 10, .. }");
}

#[test]
fn without_its_last_bar_nothing_is_read() {
    for (symbology, format) in [
        (Symbology::Code128, BarcodeFormat::CODE_128),
        (Symbology::Code39, BarcodeFormat::CODE_39),
    ] {
        let mut barcode = encode(&card("N012345678"), symbology).unwrap();
        barcode.bars.truncate(barcode.bars.len() - 2);
        assert_eq!(decode(&barcode, 2, format), None);
    }
}

proptest! {
    #[test]
    fn every_number_can_be_drawn(text in "N[0-9]{9}") {
        for (symbology, modules) in [(Symbology::Code128, 112), (Symbology::Code39, 155)] {
            let barcode = encode(&card(&text), symbology).unwrap();
            prop_assert_eq!(barcode.modules, modules);
            prop_assert_eq!(barcode.bars.iter().map(|w| u16::from(*w)).sum::<u16>(), modules);
            prop_assert_eq!(barcode.bars.len() % 2, 1);
            prop_assert!(barcode.bars.iter().all(|width| (1..=4).contains(width)));
            prop_assert_eq!(bits(&barcode), other_encoder(&text, symbology));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn another_decoder_reads_every_number(text in "N[0-9]{9}", pixels in 1_usize..=3) {
        let number = card(&text);
        let code_128 = encode(&number, Symbology::Code128).unwrap();
        let code_39 = encode(&number, Symbology::Code39).unwrap();
        prop_assert_eq!(decode(&code_128, pixels, BarcodeFormat::CODE_128), Some(text.clone()), "at {} px", pixels);
        prop_assert_eq!(decode(&code_39, pixels, BarcodeFormat::CODE_39), Some(text), "at {} px", pixels);
    }
}
