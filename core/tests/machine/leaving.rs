//! The end of a card, and who comes after.

use super::{
    libraries::{brought, related, tromso},
    *,
};
use card_core::{
    domain::{
        face::CardFace,
        library::{Agreement, Standing},
        log::TreeHead,
        merkle,
        receipt::{self, Listed, Proof, Pseudonym, Receipt, TextHash},
        shelf::Shelf,
    },
    session::{errand::Errand, libraries::LibraryCommand},
};

#[test]
fn who_has_left_shows_no_code_from_then_on_also_after_a_restart() {
    let mut b = Bench::with_card();
    let (t, _) = b.libraries(LibraryCommand::Leave);
    b.bring(Ok(brought(&Errand::Leave)));
    assert_eq!(b.reply(t), None);
    assert_eq!(b.m.face(), Some(CardFace::Ended));
    assert!(
        b.wishes
            .iter()
            .any(|wish| matches!(wish, Effect::KeepShelf(shelf, ..) if shelf.left_at == Some(T0)))
    );
    b.keep();
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    b.libraries(LibraryCommand::See);
    b.bring(Ok(Brought::Libraries(Box::default())));
    assert_eq!(b.m.shelf.left_at, Some(T0), "the service doesn't say it there");
    let told = b.m.shelf.clone();
    let b = Bench::opened(Opened {
        card: Some(held()),
        shelf: told,
        session: Some(person()),
        ..Opened::default()
    });
    assert_eq!(b.m.face(), Some(CardFace::Ended));
}

fn listed() -> Listed {
    let head = TreeHead {
        issuer: ISSUER.into(),
        log: "log".into(),
        size: 1,
        root: merkle::empty(),
        at: T0,
    };
    Listed {
        id: "theirs".into(),
        receipt: Receipt {
            issuer: ISSUER.into(),
            signer: Pseudonym::parse("them").unwrap(),
            party: receipt::Party::Own,
            library: "2190200".into(),
            agreement: Agreement::Rules,
            version: "1".into(),
            language: "nb".into(),
            text_hash: TextHash::of(""),
            signed_at: T0,
            log: "log".into(),
            entry: 0,
            head,
        },
        proof: Proof::Proved,
    }
}

#[test]
fn who_comes_after_somebody_else_finds_nothing_of_theirs() {
    let mut b = Bench::reading();
    b.m.shelf.relations = vec![related(tromso(), Standing::Active)];
    b.m.shelf.receipts = vec!["theirs".into()];
    b.m.receipts = vec![listed()];
    b.ask(Command::BeginSignIn(request()));
    b.answer(Answer::Prepared(Ok(pending())));
    b.answer(Answer::PendingKept(Ok(pending())));
    b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
    let mut other = tokens();
    other.person.subject = "somebody else".into();
    b.answer(Answer::Exchanged(Ok(other)));
    assert_eq!(b.m.shelf, Shelf::default());
    assert!(b.m.trip.is_none() && b.m.receipts.is_empty() && b.m.card.is_none());
}

#[test]
fn a_card_that_was_given_after_leaving_shows_again() {
    for (left, face) in [(T0.plus(-1), CardFace::Fresh), (T0, CardFace::Ended)] {
        let mut b = Bench::with_card();
        b.m.shelf.left_at = Some(left);
        b.ask(Command::Refresh);
        b.answer(Answer::Fetched(Ok(card())));
        b.answer(Answer::CardKept(Ok(())));
        assert_eq!(b.m.face(), Some(face), "the snapshot is of T0");
    }
}
