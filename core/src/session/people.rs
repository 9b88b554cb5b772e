//! What a person asks about themselves and about children: registering, contact, PIN and password, acting for somebody.

use sha2::{Digest, Sha256};

use super::{
    asks::{ChildrenWish, Outcome, PeopleAsk},
    effect::{Effect, Reply},
    errand::Errand,
    event::Context,
    registering::{Registering, hex},
    state::{Model, Ticket},
};
use crate::{
    Error, Result,
    domain::{
        action::Action,
        deed::Deed,
        email::Email,
        household::{Act, Mandate, Place, WhyNot},
        language::Language,
        library::LibraryNumber,
        reach::{Reach, ReachChange},
        receipt::Pseudonym,
        secret::{Hidden, Secret},
        secret_rules::SecretRules,
    },
};

/// What a person can ask.
pub enum PeopleCommand {
    /// This is my e-mail address.
    ChangeEmail(Email),
    /// This is the code that came there.
    ProveEmail(Secret),
    /// How am I reached?
    SeeContact,
    /// Reach me so.
    ChangeContact(Box<ReachChange>),
    /// Another device changed it: mine is right, or what is there.
    Resolve(Mine),
    /// This is my PIN, or my password.
    ChooseSecrets(Option<Secret>, Option<Secret>),
    /// I want the card; I read in that language.
    Register(Language),
    /// And cards for these children, at that library.
    RegisterChildren(Vec<Pseudonym>, LibraryNumber),
    /// A code for a desk that confirms that I may act for a child.
    MakeChildCode(LibraryNumber),
    /// I act for that child now; or for myself.
    ActFor(Option<Pseudonym>),
    /// What was done with my card, or with that child's?
    SeeLedger(Option<Pseudonym>),
}

/// Whose value stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mine {
    /// What this device sent.
    Mine,
    /// What is there.
    Theirs,
}

/// What is in memory of it, and nowhere else.
#[derive(Clone, Default)]
pub struct People {
    /// Getting a card.
    pub registering: Option<Registering>,
    /// What PIN and password have to be; none before the service told.
    pub secret_rules: Option<SecretRules>,
    /// How the person is reached; none before somebody looked.
    pub contact: Option<Reach>,
    /// An e-mail address whose code is waited for.
    pub new_email: Option<Hidden<String>>,
    /// Two devices changed the same.
    pub conflict: Option<Conflict>,
    /// For whom the person acts now.
    pub acting_for: Option<Pseudonym>,
    /// Whose ledger was looked at last, and what stands there.
    pub ledger: Option<(Option<Pseudonym>, Vec<Deed>)>,
    /// What became of each child that was to be registered.
    pub outcomes: Vec<(Pseudonym, Outcome)>,
    /// The registration of children that no answer came to.
    pub(super) attempt: Option<Attempt>,
}

/// Children who are to be registered: asked again it has the same key.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Attempt {
    children: Vec<Pseudonym>,
    home: LibraryNumber,
    seed: u128,
}

/// Two devices changed the same.
#[derive(Clone)]
pub struct Conflict {
    /// What this one sent.
    pub mine: ReachChange,
    /// What is there.
    pub theirs: Reach,
}

impl Model {
    /// The service's name for the person, also when nobody is signed in any more.
    #[must_use]
    pub fn me(&self) -> Option<Pseudonym> {
        let person = self.person.as_ref().map(|person| person.subject.as_str());
        let card = self.card.as_ref().map(|card| card.snapshot.subject.as_str());
        Pseudonym::parse(person.or(card)?)
    }

    pub(super) fn asked_of_people(&mut self, t: Ticket, command: PeopleCommand, context: Context) -> Vec<Effect> {
        match self.people_ask(command, context) {
            Ok(Some(ask @ PeopleAsk::Register(_))) => {
                let mut effects = vec![self.keep_trip(None)];
                effects.extend(self.take_on(t, Errand::People(ask)));
                effects
            }
            Ok(Some(ask)) => self.take_on(t, Errand::People(ask)),
            Ok(None) => vec![Effect::Reply(t, Ok(Reply::Done))],
            Err(error) => vec![Effect::Reply(t, Err(error))],
        }
    }

    /// What to ask the service for; nothing when that is all.
    fn people_ask(&mut self, command: PeopleCommand, context: Context) -> Result<Option<PeopleAsk>> {
        use PeopleCommand as C;
        let registering = self.is_registering();
        Ok(Some(match command {
            C::ChangeEmail(email) if registering => PeopleAsk::TellEmail(email),
            C::ChangeEmail(email) => PeopleAsk::ChangeEmail(email),
            C::ProveEmail(code) if registering => PeopleAsk::TellCode(Hidden(six_digits(code)?)),
            C::ProveEmail(code) => PeopleAsk::ProveEmail(Hidden(six_digits(code)?)),
            C::SeeContact => {
                self.want_secret_rules();
                PeopleAsk::SeeContact
            }
            C::ChangeContact(change) if registering => {
                let Hidden(phone) = change.phone.ok_or(Error::InvalidPhone)?;
                PeopleAsk::TellContact(phone, change.channel)
            }
            C::ChangeContact(change) => self.change_contact(*change)?,
            C::Resolve(mine) => {
                let conflict = self.people.conflict.take();
                match (mine, conflict) {
                    (Mine::Mine, Some(conflict)) => self.change_contact(conflict.mine)?,
                    _ => return Ok(None),
                }
            }
            C::ChooseSecrets(pin, password) => self.choose_secrets(registering, pin, password)?,
            C::Register(language) => {
                let key = self.registration_key().filter(|_| registering);
                let key = key.ok_or(Error::Internal("nobody registers"))?;
                self.plan_trip_home(language, context.roll);
                PeopleAsk::Register(key)
            }
            C::RegisterChildren(children, home) => return self.register_children(&children, home, context.roll),
            C::MakeChildCode(library) => PeopleAsk::MakeChildCode(library),
            C::ActFor(child) => {
                if let Some(child) = &child {
                    self.refuses(Action::ActForChild)?;
                    drop(self.mandate(child, Act::SeeLibraries, None)?);
                }
                self.people.acting_for = child;
                return Ok(None);
            }
            C::SeeLedger(None) => PeopleAsk::SeeLedger,
            C::SeeLedger(Some(child)) => PeopleAsk::SeeChildLedger(self.mandate(&child, Act::SeeLedger, None)?),
        }))
    }

    fn change_contact(&self, change: ReachChange) -> Result<PeopleAsk> {
        change.check(self.now.date())?;
        let seen = self
            .people
            .contact
            .as_ref()
            .ok_or(Error::Internal("nothing was seen"))?;
        Ok(PeopleAsk::ChangeContact(Box::new(change), seen.etag.clone()))
    }

    /// Checked here, by the service's rules and ours, so that one that is tried first never leaves the phone.
    fn choose_secrets(&self, registering: bool, pin: Option<Secret>, password: Option<Secret>) -> Result<PeopleAsk> {
        let own = SecretRules::default();
        let rules = self.people.secret_rules.as_ref().unwrap_or(&own);
        let draft = self.people.registering.as_ref().and_then(|it| it.draft.as_ref());
        let party = self.shelf.own();
        let born = draft.map(|draft| draft.born).or(party.map(|party| party.born));
        let name = draft.map(|draft| &draft.name).or(party.map(|party| &party.name));
        let email = draft.and_then(|draft| draft.email.as_ref());
        let email = email.or(self.people.contact.as_ref().map(|reach| &reach.email));
        let number = self.card.as_ref().map(|card| card.snapshot.card.number.to_string());
        let day = born.map(|born| born.to_string());
        let known: Vec<&str> = [
            name.map(String::as_str),
            email.map(|Hidden(email)| email.as_str()),
            number.as_deref(),
            day.as_deref(),
        ]
        .into_iter()
        .flatten()
        .collect();
        let pin = pin.map(|pin| rules.pin(&pin, born)).transpose()?;
        let password = password.map(|it| rules.password(&it, &known)).transpose()?;
        match (registering, pin, password) {
            (true, Some(pin), password) => Ok(PeopleAsk::TellSecrets(Hidden(pin), password.map(Hidden))),
            (true, None, _) => Err(Error::WrongLength),
            (false, Some(pin), None) => Ok(PeopleAsk::ChangePin(Hidden(pin))),
            (false, None, Some(password)) => Ok(PeopleAsk::ChangePassword(Hidden(password))),
            (false, ..) => Err(Error::Internal("one of the two")),
        }
    }

    /// Those who can't be registered are told so here; the others are asked for in one go.
    fn register_children(
        &mut self,
        children: &[Pseudonym],
        home: LibraryNumber,
        roll: u128,
    ) -> Result<Option<PeopleAsk>> {
        self.refuses(Action::ActForChild)?;
        let place = self.place(home);
        let me = self.me().ok_or(Error::SignInExpired)?;
        let today = self.now.date();
        let (mut mandates, mut outcomes) = (Vec::new(), Vec::new());
        for child in children {
            match self
                .shelf
                .household
                .may(&me, child, Act::SignRules, today, Some(&place))
            {
                Ok(mandate) => mandates.push(mandate),
                Err(why) => outcomes.push((child.clone(), outcome(why))),
            }
        }
        self.people.outcomes = outcomes;
        let children: Vec<_> = mandates.iter().map(|mandate| mandate.child().clone()).collect();
        if children.is_empty() {
            return Ok(None);
        }
        let same = |it: &&Attempt| it.children == children && it.home == home;
        let seed = self.people.attempt.as_ref().filter(same).map_or(roll, |it| it.seed);
        let attempt = Attempt { children, home, seed };
        let key = attempt.key();
        self.people.attempt = Some(attempt);
        Ok(Some(PeopleAsk::RegisterChildren(Box::new(ChildrenWish {
            mandates,
            home,
            key,
        }))))
    }

    /// That the person may do this for a child, today.
    pub(super) fn mandate(&self, child: &Pseudonym, act: Act, library: Option<LibraryNumber>) -> Result<Mandate> {
        let me = self.me().ok_or(Error::SignInExpired)?;
        let place = library.map(|library| self.place(library));
        let may = self
            .shelf
            .household
            .may(&me, child, act, self.now.date(), place.as_ref());
        may.map_err(|why| match why {
            WhyNot::NoBasis => Error::NotAllowed("no-basis"),
            _ => Error::NotAllowed("age"),
        })
    }

    /// A library, and which ages hold there.
    #[must_use]
    pub fn place(&self, library: LibraryNumber) -> Place {
        Place::of(library, self.directory.as_deref())
    }

    /// The rules for PIN and password are asked for once.
    pub(super) fn want_secret_rules(&mut self) {
        if self.people.secret_rules.is_none() {
            self.queue(None, Errand::People(PeopleAsk::SecretRules));
        }
    }
}

impl Attempt {
    fn key(&self) -> String {
        let mut sha = Sha256::new();
        sha.update(self.seed.to_le_bytes());
        sha.update(self.home.to_string());
        for child in &self.children {
            sha.update([0]);
            sha.update(child.expose());
        }
        hex(&sha.finalize())
    }
}

fn outcome(why: WhyNot) -> Outcome {
    match why {
        WhyNot::TheirOwn { .. } => Outcome::SignsAlone,
        WhyNot::TooEarly { .. } => Outcome::TooYoung,
        WhyNot::NoBasis | WhyNot::Guardians { .. } | WhyNot::NotSaid => Outcome::NotAllowed,
    }
}

/// What isn't six digits is another code than the one that was sent, and costs no try.
fn six_digits(code: Secret) -> Result<Secret> {
    let digits = Secret::new(code.expose().chars().filter(|sign| !sign.is_whitespace()).collect());
    let well = digits.expose().len() == 6 && digits.expose().bytes().all(|byte| byte.is_ascii_digit());
    well.then_some(digits).ok_or(Error::WrongCode { tries_left: None })
}
