//! E-mail addresses that are taken, and why others aren't.

use card_core::domain::email::{Email, EmailError};
use proptest::prelude::*;

fn refused(text: &str) -> EmailError {
    Email::parse(text).expect_err(text)
}

#[test]
fn what_people_have_is_taken() {
    for (typed, shown, ascii) in [
        ("kari@example.no", "kari@example.no", "kari@example.no"),
        (
            "  Kari.N+bok@Example.NO\n",
            "Kari.N+bok@example.no",
            "Kari.N+bok@example.no",
        ),
        (
            "\u{200b}o'hara@mail.example.co.uk",
            "o'hara@mail.example.co.uk",
            "o'hara@mail.example.co.uk",
        ),
        ("post@blåbær.no", "post@blåbær.no", "post@xn--blbr-roah.no"),
        ("post@BLÅBÆR.no", "post@blåbær.no", "post@xn--blbr-roah.no"),
        ("post@xn--blbr-roah.no", "post@blåbær.no", "post@xn--blbr-roah.no"),
        ("post@girjerádju.no", "post@girjerádju.no", "post@xn--girjerdju-51a.no"),
        ("a@почта.рф", "a@почта.рф", "a@xn--80a1acny.xn--p1ai"),
        ("a@例え.jp", "a@例え.jp", "a@xn--r8jz45g.jp"),
    ] {
        let email = Email::parse(typed).unwrap_or_else(|e| panic!("{typed}: {e:?}"));
        assert_eq!((email.shown(), email.ascii()), (shown.into(), ascii.into()));
    }
}

#[test]
fn a_domain_that_only_looks_like_another_is_refused() {
    let mixed = |character| EmailError::MixedScripts { character };
    let alike = |character| EmailError::Lookalike { character };
    for (typed, why) in [
        ("a@gm\u{430}il.com", mixed('\u{430}')),
        ("a@\u{430}pple.com", mixed('p')),
        ("a@xn--pple-43d.com", mixed('p')),
        ("a@\u{3bf}nline.no", mixed('n')),
        ("a@\u{430}\u{440}\u{440}\u{4cf}\u{435}.com", alike('\u{430}')),
        ("a@xn--80ak6aa92e.com", alike('\u{430}')),
        ("a@gma\u{131}l.com", alike('\u{131}')),
        ("a@\u{251}pple.no", alike('\u{251}')),
        ("a@mail.\u{441}\u{43e}\u{43e}\u{440}.no", alike('\u{441}')),
        ("a@bank\u{967}.no", mixed('\u{967}')),
    ] {
        assert_eq!(refused(typed), why, "{typed}");
    }
}

#[test]
fn the_rest_is_refused_with_the_reason() {
    let long = |n| "a".repeat(n);
    assert_eq!(refused(" \t"), EmailError::Empty);
    assert_eq!(refused("kari.example.no"), EmailError::At { count: 0 });
    assert_eq!(refused("a@b@example.no"), EmailError::At { count: 2 });
    assert_eq!(refused("kari n@example.no"), EmailError::Space);
    assert_eq!(refused("bjørn@example.no"), EmailError::Local { character: 'ø' });
    assert_eq!(refused("\"a\"@example.no"), EmailError::Local { character: '"' });
    assert_eq!(refused("<a>@example.no"), EmailError::Local { character: '<' });
    for dots in ["@example.no", ".a@example.no", "a.@example.no", "a..b@example.no"] {
        assert_eq!(refused(dots), EmailError::LocalDots, "{dots}");
    }
    assert_eq!(
        refused(&format!("{}@example.no", long(65))),
        EmailError::TooLong { most: 64 }
    );
    let label = format!("{}.", long(61));
    let at_most = |n| format!("{}@{label}{label}{label}no", long(n));
    assert!(Email::parse(&at_most(64)).is_ok(), "{} octets", at_most(64).len());
    let domain = format!("{label}{label}{label}no.no");
    assert_eq!(
        refused(&format!("{}@{domain}", long(64))),
        EmailError::TooLong { most: 254 }
    );
    for domain in [
        "",
        "no",
        "example..no",
        "example.no.",
        ".example.no",
        "-a.no",
        "a-.no",
        "127.0.0.1",
        "[127.0.0.1]",
        "a.123",
        "a_b.no",
        "exa%6dple.no",
        "a/b.no",
        "a:25.no",
        "xn--.no",
        "xn--a-\u{e6}.no",
        "a\u{200b}b.\u{200d}",
    ] {
        assert_eq!(refused(&format!("a@{domain}")), EmailError::Domain, "{domain}");
    }
    assert_eq!(refused(&format!("a@{}.no", long(64))), EmailError::Domain);
}

proptest! {
    #[test]
    fn nothing_panics_and_what_is_taken_is_taken_again(text in "\\PC{0,12}@?\\PC{0,12}(\\.no)?") {
        if let Ok(email) = Email::parse(&text) {
            prop_assert_eq!(Email::parse(&email.shown()), Ok(email.clone()));
            let sent = Email::parse(&email.ascii()).unwrap();
            prop_assert_eq!(sent.shown(), email.shown());
            prop_assert!(email.ascii().is_ascii() && email.ascii().len() <= 254);
        }
    }

    #[test]
    fn one_foreign_letter_in_a_latin_label_is_always_refused(
        before in "[a-z]{1,6}", after in "[a-z]{0,6}", foreign in "[а-яѐ-џα-ωա-ֆא-ת]",
    ) {
        let typed = format!("a@{before}{foreign}{after}.no");
        prop_assert!(Email::parse(&typed).is_err(), "{}", typed);
    }
}
