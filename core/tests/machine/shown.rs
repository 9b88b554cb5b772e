//! Whose card was shown last.

use super::{
    people::{LEO, LIV, party, pseudonym, seen},
    *,
};
use card_core::session::asks::{ChildCard, PeopleBrought};

#[test]
fn the_child_whose_card_was_shown_last_is_remembered_until_its_card_leaves_the_phone() {
    let kept = |b: &Bench| {
        b.wishes.iter().find_map(|wish| match wish {
            Effect::KeepShown(child, _) => Some(child.clone()),
            _ => None,
        })
    };
    let show = |b: &mut Bench, child: &str| {
        let (t, wishes) = b.ask(Command::ShowCardOf(Some(pseudonym(child))));
        assert_eq!((wishes, b.jobs().len()), (vec!["keep shown"], 0), "no network");
        let keep = kept(b);
        b.answer(Answer::ShownKept(Some(t)));
        assert_eq!(b.reply(t), Some(&Ok(Reply::Done)), "when it is kept");
        assert_eq!(keep.flatten(), b.m.shown);
    };
    let mut b = Bench::with_children();
    show(&mut b, LIV);
    assert_eq!(b.m.shown, Some(pseudonym(LIV)));
    b.told(vec![
        party(None, "1985-03-14"),
        party(Some(LIV), "2019-11-08"),
        party(Some(LEO), "2019-11-08"),
    ]);
    assert_eq!(b.m.shown, Some(pseudonym(LIV)), "told anew");
    show(&mut b, "stranger");
    assert_eq!(b.m.shown, None, "as one's own");

    let ends: [fn(&mut Bench); 3] = [
        |b| b.told(vec![party(None, "1985-03-14"), party(Some(LEO), "2019-11-08")]),
        |b| {
            b.told(vec![
                party(None, "1985-03-14"),
                party(Some(LIV), "2019-11-08"),
                party(Some(LEO), "2019-11-08"),
            ]);
            let gone = vec![seen(LIV, Some(ChildCard::None))];
            b.bring(Ok(Brought::People(Box::new(PeopleBrought::Children(gone)))));
        },
        |b| {
            // Fifteen: the card is on the child's own phone.
            b.at(Event::Tick, T0.plus(86_400 * 366 * 8));
        },
    ];
    for end in ends {
        let mut b = Bench::with_children();
        show(&mut b, LIV);
        end(&mut b);
        assert_eq!((b.m.shown.as_ref(), kept(&b)), (None, Some(None)), "from the disk too");
        assert!(!b.m.shelf.children.is_empty());
    }

    let mut unremembered = Bench::with_children();
    unremembered.m.remembered = false;
    unremembered.ask(Command::ShowCardOf(Some(pseudonym(LEO))));
    assert_eq!(
        (kept(&unremembered), unremembered.m.shown),
        (Some(None), Some(pseudonym(LEO)))
    );
}

#[test]
fn whose_card_was_shown_last_is_there_at_start_if_that_card_is() {
    let shelf = Bench::with_children().m.shelf;
    let opened = |child: &str| {
        let found = Opened {
            card: Some(held()),
            session: Some(person()),
            shelf: shelf.clone(),
            ..Opened::default()
        };
        Bench::opened(Opened {
            shown: Some(pseudonym(child)),
            ..found
        })
        .m
        .shown
    };
    assert_eq!((opened(LEO), opened("grown")), (Some(pseudonym(LEO)), None));
}
