//! Colours are measured as WCAG measures them, and what can't be read is refused.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use card_assets::contrast::{check, ratio};
use card_assets::tokens::{Colour, Tokens, parse};

const SOURCE: &str = include_str!("../../tokens.toml");

fn colour(text: &str) -> Colour {
    Colour::try_from(text.to_owned()).unwrap()
}

fn tokens() -> Tokens {
    parse(SOURCE).unwrap()
}

/// Known ratios: black on white by definition, the greys as WCAG's own techniques (G18, G145) and common checkers give them.
#[test]
fn ratios_are_those_of_wcag() {
    for (a, b, expected) in [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#777777", "#FFFFFF", 4.48),
        ("#949494", "#FFFFFF", 3.03),
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#00FF00", "#FFFFFF", 1.37),
    ] {
        let found = ratio(colour(a), colour(b));
        assert!(
            (found - expected).abs() < 0.01,
            "{a} on {b}: {found:.3}, not {expected}"
        );
        assert!((found - ratio(colour(b), colour(a))).abs() < f64::EPSILON);
    }
}

#[test]
fn our_colours_can_be_read() {
    assert_eq!(check(&tokens()), Vec::<String>::new());
    assert_eq!(tokens().violations(), Vec::<String>::new());
}

#[test]
fn a_pale_word_on_a_surface_is_told() {
    let mut tokens = tokens();
    tokens.light.scheme.insert("onSurfaceVariant".into(), colour("#9AA4A9"));
    let wrong = check(&tokens);
    assert!(
        wrong
            .iter()
            .any(|line| line.contains("light: onSurfaceVariant on surface (#9AA4A9 on #FAF8F4)")),
        "{wrong:?}"
    );
}

#[test]
fn a_pale_border_is_told() {
    let mut tokens = tokens();
    tokens.dark.scheme.insert("outline".into(), colour("#444E53"));
    assert!(
        check(&tokens)
            .iter()
            .any(|line| line.contains("dark: outline on surface ") && line.contains("needs 3:1"))
    );
}

#[test]
fn a_pale_status_is_told_on_its_container_and_on_surfaces() {
    let mut tokens = tokens();
    tokens.light.status.get_mut("ageing").unwrap().text = colour("#C9A04A");
    let wrong = check(&tokens);
    assert!(wrong.iter().any(|line| line.contains("status ageing on its container")));
    assert!(
        wrong
            .iter()
            .any(|line| line.contains("status ageing on surfaceContainer "))
    );
}

#[test]
fn both_ends_of_the_card_carry_its_words() {
    for end in [
        |t: &mut Tokens| t.dark.card.get_mut("fresh").unwrap().top = colour("#B0C8D0"),
        |t: &mut Tokens| {
            t.dark.card.get_mut("fresh").unwrap().bottom = colour("#B0C8D0");
        },
    ] {
        let mut tokens = tokens();
        end(&mut tokens);
        assert_eq!(check(&tokens).len(), 2, "ink and muted");
    }
}

#[test]
fn high_contrast_asks_for_more_and_names_only_what_differs() {
    let mut tokens = tokens();
    tokens
        .light_contrast
        .scheme
        .insert("onSurfaceVariant".into(), colour("#46545B"));
    assert!(
        check(&tokens)
            .iter()
            .any(|line| line.contains("light_contrast: onSurfaceVariant on surfaceDim") && line.contains("needs 7:1"))
    );
    assert_eq!(tokens.light_contrast.scheme["onError"], tokens.light.scheme["onError"]);
    assert_ne!(tokens.light_contrast.scheme["primary"], tokens.light.scheme["primary"]);
}

/// The lightest point of an adult's card is far darker than the darkest of a child's: told apart without seeing any colour.
#[test]
fn a_childs_card_is_another_card_in_grey() {
    for (name, theme) in tokens().themes() {
        for look in ["fresh", "stale", "ended"] {
            let (adult, child) = (&theme.card[look], &theme.card[&format!("child_{look}")]);
            let apart = ratio(adult.bottom, child.bottom).min(ratio(adult.top, child.top));
            assert!(apart >= 2.5, "{name} {look}: {apart:.2}");
        }
    }
}

#[test]
fn a_role_that_is_missing_is_told() {
    let mut tokens = tokens();
    tokens.light.scheme.remove("onPrimary");
    assert!(check(&tokens).contains(&"tokens.toml: light: onPrimary or primary is missing".into()));
    assert!(
        tokens
            .violations()
            .contains(&"tokens.toml: light and dark don't have the same colours".into())
    );
}

#[test]
fn the_code_is_black_on_white() {
    let tokens = parse(&SOURCE.replace("paper = \"#FFFFFF\"", "paper = \"#F8F4EA\"")).unwrap();
    assert_eq!(tokens.violations(), ["tokens.toml: code must be black on white"]);
}

#[test]
fn slow_motion_tight_lines_and_foreign_weights_are_told() {
    let source = SOURCE.replace("slow = 240", "slow = 250");
    let source = source.replace(
        "size = 16, line = 22, weight = 600",
        "size = 16, line = 18, weight = 900",
    );
    assert_eq!(parse(&source).unwrap().violations().len(), 3);
}

#[test]
fn what_is_no_colour_is_refused() {
    for wrong in ["0B5872", "#0B587", "#0B58722", "#0B58GG", "#+B5872", ""] {
        assert!(Colour::try_from(wrong.to_owned()).is_err(), "{wrong}");
    }
}
