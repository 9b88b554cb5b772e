//! What the service knows of who registers, when answers cross.

use super::{people::draft, registering::registering, *};
use card_core::{
    domain::registration::Step,
    session::{
        asks::{PeopleAsk, PeopleBrought},
        errand::{Errand, Job},
        people::PeopleCommand,
    },
};

fn look(b: &mut Bench) -> Job {
    b.ask(Command::Refresh);
    b.answer(Answer::Fetched(Err(Error::NoCard)));
    let is_look = |job: &Job| matches!(job.errand, Errand::People(PeopleAsk::SeeDraft(_)));
    b.jobs().into_iter().find(is_look).unwrap()
}

fn knows(b: &mut Bench, job: Job, steps: &[Step]) -> Vec<Step> {
    let brought = PeopleBrought::Draft(Box::new(draft(steps)));
    b.answer(Answer::Ran(job, Ok(Brought::People(Box::new(brought)))));
    let registering = b.m.people.registering.as_ref().unwrap();
    registering.draft.as_ref().unwrap().steps.clone()
}

#[test]
fn a_draft_that_a_step_has_overtaken_is_an_old_one() {
    let mut b = registering();
    let before = look(&mut b);
    let (t, _) = b.people(PeopleCommand::ProveEmail(Secret::new("271828".into())));
    let step = b.job();
    assert_eq!(knows(&mut b, step, &[Step::Contact]), [Step::Contact]);
    assert_eq!(b.reply(t), Some(&Ok(Reply::Done)));
    let old = [Step::EmailCode, Step::Contact];
    assert_eq!(knows(&mut b, before, &old), [Step::Contact], "nothing is undone");

    let after = look(&mut b);
    assert_eq!(
        knows(&mut b, after, &[Step::HomeLibrary]),
        [Step::HomeLibrary],
        "told on another phone"
    );
}
