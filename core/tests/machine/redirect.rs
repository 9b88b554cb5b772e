//! Redirects that are not what they should be (RFC 8252, RFC 9207, RFC 9700 §2.1).

use super::*;
use card_core::RefusedCheck as R;

fn read(redirect: &str) -> Error {
    pending().read_redirect(redirect).err().expect("refused")
}

#[test]
fn item_19_20_21_23_25_26_30_each_wrong_redirect_is_refused_for_its_own_reason() {
    let good = "code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9";
    assert!(pending().read_redirect(&format!("{REDIRECT}?{good}")).is_ok());
    let table = [
        (format!("http://127.0.0.1:7001/innlogget?{good}"), R::Redirect),
        (format!("http://127.0.0.2:7000/innlogget?{good}"), R::Redirect),
        (format!("https://127.0.0.1:7000/innlogget?{good}"), R::Redirect),
        (format!("http://127.0.0.1:7000/annet?{good}"), R::Redirect),
        (format!("http://me@127.0.0.1:7000/innlogget?{good}"), R::Redirect),
        (format!("{REDIRECT}?{good}#x"), R::Redirect),
        (format!("{REDIRECT}#{good}"), R::Redirect),
        (format!("{REDIRECT}?{good}&pad={}", "x".repeat(9000)), R::Redirect),
        ("not a url".into(), R::Redirect),
        (format!("{REDIRECT}?code=c&iss=http%3A%2F%2F127.0.0.1%3A9"), R::State),
        (
            format!("{REDIRECT}?code=c&state=&iss=http%3A%2F%2F127.0.0.1%3A9"),
            R::State,
        ),
        (
            format!("{REDIRECT}?code=c&state=S&iss=http%3A%2F%2F127.0.0.1%3A9"),
            R::State,
        ),
        (format!("{REDIRECT}?code=c&state=s"), R::ResponseIssuer),
        (
            format!("{REDIRECT}?code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9%2F"),
            R::ResponseIssuer,
        ),
        (
            format!("{REDIRECT}?error=access_denied&state=s&iss=http%3A%2F%2Fevil"),
            R::ResponseIssuer,
        ),
        (format!("{REDIRECT}?response=eyJhbGciOiJub25lIn0.e30."), R::State),
        (format!("{REDIRECT}?{good}&code=d"), R::Parameters),
        (format!("{REDIRECT}?{good}&state=s"), R::Parameters),
        (format!("{REDIRECT}?{good}&iss=x"), R::Parameters),
        (format!("{REDIRECT}?{good}&error=access_denied"), R::Parameters),
        (
            format!("{REDIRECT}?code=&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"),
            R::Parameters,
        ),
        (
            format!("{REDIRECT}?state=s&iss=http%3A%2F%2F127.0.0.1%3A9"),
            R::Parameters,
        ),
        (
            format!("{REDIRECT}?error=unknown_thing&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"),
            R::Request,
        ),
    ];
    for (redirect, check) in table {
        assert_eq!(read(&redirect), Error::SignInRefused(check), "{redirect:.120}");
    }
}

#[test]
fn item_20_21_only_a_provider_that_doesnt_name_itself_may_leave_its_name_out() {
    let nameless = Pending {
        names_itself: false,
        ..pending()
    };
    let read = |redirect: &str| {
        nameless
            .read_redirect(&format!("{REDIRECT}?code=c&state=s{redirect}"))
            .map(drop)
    };
    assert_eq!(read(""), Ok(()));
    assert_eq!(read("&iss=http%3A%2F%2F127.0.0.1%3A9"), Ok(()));
    assert_eq!(
        read("&iss=http%3A%2F%2Fevil"),
        Err(Error::SignInRefused(R::ResponseIssuer))
    );
    let kept = Pending::from_vault(&nameless.to_vault()).unwrap();
    assert!(!kept.names_itself && Pending::from_vault(&pending().to_vault()).unwrap().names_itself);
}

#[test]
fn item_29_values_are_decoded_once() {
    let mut p = pending();
    p.state = Secret::new("a b%2F".into());
    let redirect = format!("{REDIRECT}?code=%2541&state=a+b%252F&iss=http%3A%2F%2F127.0.0.1%3A9");
    assert_eq!(p.read_redirect(&redirect).ok().unwrap().0.expose(), "%41");
}

#[test]
fn item_28_the_vault_gives_back_what_it_got() {
    let p = Pending::from_vault(&pending().to_vault()).unwrap();
    assert!(p.state == pending().state && p.nonce == pending().nonce && p.verifier == pending().verifier);
    assert_eq!(
        (p.url, p.redirect_uri, p.started_at),
        (pending().url, pending().redirect_uri, T0)
    );
    assert!(Pending::from_vault(b"{}").is_none());
}
