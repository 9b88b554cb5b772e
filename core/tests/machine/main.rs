//! The machine, without a world: assert the wish, grant it, assert the next.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod basis;
mod card_door;
mod contact;
mod drafts;
mod household;
mod leaving;
mod libraries;
mod lock;
mod min_side;
mod people;
mod redirect;
mod refused;
mod registering;
mod shown;
mod sign_in;
mod table;
mod trip;

use card_core::{
    Error, Result,
    domain::{
        barcode::Symbology,
        card_number::CardNumber,
        level::Level,
        secret::Secret,
        snapshot::{Card, CardStatus, HeldCard, Library, SignedSnapshot, Snapshot},
        timestamp::Timestamp,
        user_name::UserName,
    },
    ports::{Fetched, Pass, Tokens},
    session::{
        card_door::{CardForm, Challenged, Halfway, Knows},
        effect::{Effect, Reply},
        errand::Brought,
        event::{Answer, Command, Context, Event, Opened},
        farewell::{Farewell, Leaving},
        kept::Person,
        sign_in::{Door, Pending, SignInRequest},
        state::{Model, Stamp, Ticket},
        transition::step,
    },
};

pub const ISSUER: &str = "http://127.0.0.1:9";
pub const REDIRECT: &str = "http://127.0.0.1:7000/innlogget";
pub const T0: Timestamp = Timestamp(1_795_000_000);

/// A machine with its wishes of the last step.
pub struct Bench {
    pub m: Model,
    pub wishes: Vec<Effect>,
    /// What chance gives.
    pub roll: u128,
    next: u64,
}

impl Bench {
    pub fn begun() -> Self {
        Self {
            m: Model::new(T0),
            wishes: vec![],
            roll: 7,
            next: 0,
        }
    }

    pub fn at(&mut self, event: Event, now: Timestamp) -> Vec<&'static str> {
        let m = std::mem::replace(&mut self.m, Model::new(T0));
        let (m, wishes) = step(m, event, Context { now, roll: self.roll });
        self.m = m;
        self.wishes = wishes;
        self.wishes.iter().filter(|wish| !is_quiet(wish)).map(name).collect()
    }

    pub fn ask(&mut self, command: Command) -> (Ticket, Vec<&'static str>) {
        self.next += 1;
        let ticket = Ticket(self.next);
        (ticket, self.at(Event::Asked(ticket, command), self.m.now))
    }

    pub fn answer(&mut self, answer: Answer) -> Vec<&'static str> {
        self.late(self.m.stamp, answer)
    }

    pub fn late(&mut self, stamp: Stamp, answer: Answer) -> Vec<&'static str> {
        self.at(Event::Answered(stamp, answer), self.m.now)
    }

    /// So many seconds later, with nothing but time passing.
    pub fn tick(&mut self, seconds: i64) -> Vec<&'static str> {
        self.at(Event::Tick, self.m.now.plus(seconds))
    }

    pub fn reply(&self, ticket: Ticket) -> Option<&Result<Reply>> {
        self.wishes.iter().find_map(|w| match w {
            Effect::Reply(t, result) if *t == ticket => Some(result),
            _ => None,
        })
    }

    /// Opened with nothing kept.
    pub fn signed_out() -> Self {
        Self::opened(Opened::default())
    }

    pub fn opened(found: Opened) -> Self {
        let mut b = Self::begun();
        b.ask(Command::Start);
        b.answer(Answer::Opened(Box::new(found)));
        b
    }

    /// In the browser.
    pub fn in_browser() -> (Self, Ticket) {
        let mut b = Self::signed_out();
        let (t, _) = b.ask(Command::BeginSignIn(request()));
        b.answer(Answer::Prepared(Ok(pending())));
        b.answer(Answer::PendingKept(Ok(pending())));
        (b, t)
    }

    /// With the code on its way.
    pub fn checking() -> (Self, Ticket) {
        let (mut b, _) = Self::in_browser();
        let (t, _) = b.ask(finish("code=c&state=s&iss=http%3A%2F%2F127.0.0.1%3A9"));
        (b, t)
    }

    /// With a card and a live token.
    pub fn with_card() -> Self {
        let (mut b, _) = Self::checking();
        b.answer(Answer::Exchanged(Ok(tokens())));
        b.answer(Answer::SessionKept(Ok(())));
        b.answer(Answer::Fetched(Ok(card())));
        b.answer(Answer::CardKept(Ok(())));
        b
    }
}

/// What the machine does by itself around a card: it is asserted where it is the matter, in `libraries`.
fn is_quiet(effect: &Effect) -> bool {
    match effect {
        Effect::OpenDirectory | Effect::AskDirectory(_) => true,
        Effect::Run(_, job) => job.ticket.is_none(),
        _ => false,
    }
}

pub fn name(effect: &Effect) -> &'static str {
    match effect {
        Effect::Open => "open",
        Effect::Prepare(_) => "prepare",
        Effect::KeepPending(_) => "keep pending",
        Effect::ForgetPending => "forget pending",
        Effect::Challenge(_) => "challenge",
        Effect::Exchange(..) => "exchange",
        Effect::Renew => "renew",
        Effect::KeepSession(_) => "keep session",
        Effect::Retire => "retire",
        Effect::ForgetSession => "forget session",
        Effect::Revoke(_) => "revoke",
        Effect::Fetch(..) => "fetch",
        Effect::KeepCard(_) => "keep card",
        Effect::Run(..) => "run",
        Effect::KeepShelf(..) => "keep shelf",
        Effect::KeepTrip(..) => "keep trip",
        Effect::KeepShown(..) => "keep shown",
        Effect::OpenDirectory => "open directory",
        Effect::AskDirectory(_) => "ask directory",
        Effect::KeepLock(..) => "keep lock",
        Effect::Part(..) => "part",
        Effect::ForgetAll(..) => "forget all",
        Effect::Reply(_, Ok(_)) => "ok",
        Effect::Reply(_, Err(_)) => "failed",
    }
}

pub fn request() -> SignInRequest {
    SignInRequest {
        door: Door::IdPorten,
        redirect_uri: REDIRECT.into(),
        language: "nb".into(),
        level: Level::High,
        fresh: false,
        purpose: None,
    }
}

pub fn pending() -> Pending {
    Pending {
        issuer: ISSUER.into(),
        names_itself: true,
        door: Door::IdPorten,
        redirect_uri: REDIRECT.into(),
        level: Level::High,
        ceiling: Level::High,
        fresh: false,
        remember: true,
        purpose: None,
        started_at: T0,
        url: "http://localhost:8/authorize?client_id=a&request_uri=b".into(),
        state: Secret::new("s".into()),
        nonce: Secret::new("n".into()),
        verifier: Secret::new("v".into()),
        proof_key: None,
    }
}

pub fn finish(query: &str) -> Command {
    Command::FinishSignIn(Secret::new(format!("{REDIRECT}?{query}")))
}

pub fn person() -> Person {
    Person {
        subject: "kari".into(),
        signed_in_at: Some(T0),
        level: Level::High,
        nonce: Secret::new("n".into()),
    }
}

pub fn tokens() -> Tokens {
    Tokens {
        pass: Pass {
            access: Secret::new("access".into()),
            proof_key: None,
        },
        access_until: T0.plus(120),
        refresh: Some(Secret::new("refresh".into())),
        person: person(),
    }
}

pub fn held() -> HeldCard {
    let library = Library {
        number: "2030000".into(),
        name: "Deichman Bjørvika".into(),
        place: "Oslo".into(),
        symbology: Symbology::Code128,
    };
    HeldCard {
        snapshot: Snapshot {
            subject: "kari".into(),
            issued_at: T0,
            fresh_until: T0.plus(1000),
            show_until: T0.plus(5000),
            card: Card {
                number: CardNumber::parse("N012345678").unwrap(),
                name: "Kari Sandstad".into(),
                status: CardStatus::Active,
                home_library: Some("2030000".into()),
                libraries: vec![library],
            },
        },
        signed: SignedSnapshot {
            jws: "a.b.c".into(),
            keys: "{}".into(),
        },
        etag: Some("\"1\"".into()),
        checked_at: T0,
    }
}

pub fn card() -> Fetched {
    let HeldCard {
        snapshot, signed, etag, ..
    } = held();
    let snapshot = Box::new(snapshot);
    Fetched::Card { snapshot, signed, etag }
}

/// A filled-in form at the card number's door.
pub fn form() -> CardForm {
    CardForm {
        user: UserName::parse("N012345678").unwrap(),
        knows: Knows::Pin(Secret::new("4071".into())),
        remember: true,
        request: request(),
    }
}

pub fn halfway() -> Halfway {
    Halfway {
        pending: pending(),
        session: Secret::new("auth_session".into()),
        refused: false,
    }
}

pub fn farewell() -> Farewell {
    Farewell {
        redirect_uri: "http://127.0.0.1:1/utlogget".into(),
        language: "nb".into(),
    }
}

pub fn leaving() -> Leaving {
    Leaving {
        redirect_uri: farewell().redirect_uri,
        state: Secret::new("parting".into()),
        url: "http://localhost:8/logout?client_id=a".into(),
    }
}

pub fn offline() -> Error {
    Error::Offline("card")
}
