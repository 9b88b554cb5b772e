//! No step over the net waits for ever: a world that never answers, and a clock that runs while nothing happens.
//! Without the deadline these tests never end.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::{collections::HashMap, future::pending, sync::Arc, sync::Mutex};

use zeroize::Zeroizing;

use card_core::{
    Error, Result,
    domain::{
        action::Action, directory::Directory, level::Level, receipt::Listed, secret::Secret, snapshot::SignedSnapshot,
        snapshot::Snapshot, timestamp::Timestamp, user_name::UserName,
    },
    ports::{
        Cache, CachedCard, Clock, Dice, DirectoryDocument, Fetched, Later, Loaded, NewDirectory, Pass, Register, Row,
        SignIn, Tokens, Vault,
    },
    runner::{Ports, Runner},
    session::{
        card_door::{CardForm, Challenge, Challenged, Halfway, Knows},
        errand::{Brought, Errand},
        event::Command,
        farewell::{Farewell, Leaving},
        kept::{Person, Session},
        sign_in::{Code, Door, Pending, SignInRequest},
    },
};

/// What the world does answer, before it falls silent.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Silent {
    Always,
    AfterPreparing,
    AfterTheForm,
    AfterExchanging,
}

struct World(Silent);

#[derive(Default)]
struct Memory(Mutex<HashMap<String, Vec<u8>>>);

impl Vault for Memory {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>> {
        Ok(self.0.lock().unwrap().get(name).cloned())
    }
    fn set(&self, name: &str, value: &[u8]) -> Result<()> {
        self.0.lock().unwrap().insert(name.into(), value.into());
        Ok(())
    }
    fn remove(&self, name: &str) -> Result<()> {
        self.0.lock().unwrap().remove(name);
        Ok(())
    }
}

impl Cache for Memory {
    fn load(&self) -> Loaded {
        Loaded::default()
    }
    fn save(&self, _: &CachedCard) -> Result<()> {
        Ok(())
    }
    fn row(&self, _: Row) -> Result<Option<Zeroizing<Vec<u8>>>> {
        Ok(None)
    }
    fn keep_row(&self, _: Row, _: Option<&[u8]>) -> Result<()> {
        Ok(())
    }
    fn directory(&self) -> Result<Vec<DirectoryDocument>> {
        Ok(vec![])
    }
    fn keep_directory(&self, _: &DirectoryDocument) -> Result<()> {
        Ok(())
    }
    fn wipe(&self) -> Result<()> {
        Ok(())
    }
}

impl Clock for World {
    fn now(&self) -> Timestamp {
        Timestamp(1_795_000_000)
    }
}

impl Dice for World {
    fn fill(&self, bytes: &mut [u8]) -> Result<()> {
        bytes.fill(7);
        Ok(())
    }
}

fn attempt() -> Pending {
    let secret = |text: &str| Secret::new(text.into());
    Pending {
        issuer: "i".into(),
        names_itself: true,
        door: Door::IdPorten,
        redirect_uri: "http://127.0.0.1:1/innlogget".into(),
        level: Level::High,
        ceiling: Level::High,
        fresh: false,
        remember: true,
        purpose: None,
        started_at: Timestamp(1_795_000_000),
        url: "http://localhost/".into(),
        state: secret("s"),
        nonce: secret("n"),
        verifier: secret("v"),
        proof_key: None,
    }
}

fn person() -> Person {
    Person {
        subject: "kari".into(),
        signed_in_at: None,
        level: Level::High,
        nonce: Secret::new("n".into()),
    }
}

/// The answer if the world gives one at this point, else silence.
fn answered<'a, T: Send + 'a>(gives: bool, answer: T) -> Later<'a, Result<T>> {
    match gives {
        true => Box::pin(async { Ok(answer) }),
        false => Box::pin(pending()),
    }
}

impl SignIn for World {
    fn prepare(&self, _: SignInRequest, _: Timestamp) -> Later<'_, Result<Pending>> {
        answered(self.0 != Silent::Always, attempt())
    }
    fn challenge(&self, challenge: Challenge, _: Timestamp) -> Later<'_, Result<Challenged>> {
        let halfway = Halfway {
            pending: attempt(),
            session: Secret::new("a".into()),
            refused: false,
        };
        let first = self.0 == Silent::AfterTheForm && matches!(challenge, Challenge::Form(_));
        answered(first, Challenged::MoreWanted(halfway))
    }
    fn exchange(&self, _: Pending, _: Code, now: Timestamp) -> Later<'_, Result<Tokens>> {
        let pass = Pass {
            access: Secret::new("a".into()),
            proof_key: None,
        };
        let tokens = Tokens {
            pass,
            access_until: now.plus(120),
            refresh: None,
            person: person(),
        };
        answered(self.0 == Silent::AfterExchanging, tokens)
    }
    fn renew(&self, _: Session, _: Timestamp) -> Later<'_, Result<Tokens>> {
        Box::pin(pending())
    }
    fn revoke(&self, _: Secret) -> Later<'_, ()> {
        Box::pin(pending())
    }
    fn retire(&self, _: Secret) -> Later<'_, ()> {
        Box::pin(pending())
    }
    fn hang_up(&self) {}
    fn part(&self, _: Farewell, _: Timestamp) -> Later<'_, Result<Option<Leaving>>> {
        Box::pin(pending())
    }
}

impl Register for World {
    fn fetch(&self, _: Pass, _: Option<String>) -> Later<'_, Result<Fetched>> {
        Box::pin(pending())
    }
    fn run(&self, _: Option<Pass>, _: Errand) -> Later<'_, Result<Brought>> {
        Box::pin(pending())
    }
    fn directory(&self, _: Option<Arc<Directory>>) -> Later<'_, Result<NewDirectory>> {
        Box::pin(pending())
    }
    fn prove(&self, _: &[String], _: &str) -> Vec<Listed> {
        vec![]
    }
    fn verify(&self, _: &SignedSnapshot) -> Result<Snapshot> {
        Err(Error::Internal("nothing is kept"))
    }
}

fn runner(silent: Silent) -> Runner {
    let (memory, world) = (Arc::new(Memory::default()), Arc::new(World(silent)));
    let ports = Ports {
        vault: memory.clone(),
        cache: memory,
        sign_in: world.clone(),
        register: world.clone(),
        clock: world.clone(),
        dice: world,
    };
    Runner::begin(&tokio::runtime::Handle::current(), ports, |_| ())
}

fn request(purpose: Option<Action>) -> Command {
    Command::BeginSignIn(SignInRequest {
        door: Door::IdPorten,
        redirect_uri: attempt().redirect_uri,
        language: "nb".into(),
        level: Level::High,
        fresh: false,
        purpose,
    })
}

fn form() -> Command {
    let Command::BeginSignIn(request) = request(None) else {
        unreachable!("a request")
    };
    Command::SignInWithCard(CardForm {
        user: UserName::parse("N012345678").unwrap(),
        knows: Knows::Pin(Secret::new("4071".into())),
        remember: true,
        request,
    })
}

fn finish() -> Command {
    Command::FinishSignIn(Secret::new("http://127.0.0.1:1/innlogget?code=c&state=s&iss=i".into()))
}

/// Asks all, in order; the last must end by the deadline.
async fn last_is_given_up(silent: Silent, commands: Vec<Command>) {
    let runner = runner(silent);
    runner.ask(Command::Start).await.unwrap();
    let mut last = None;
    for command in commands {
        last = Some(runner.ask(command).await);
    }
    assert_eq!(last, Some(Err(Error::Offline("deadline"))));
}

#[tokio::test(start_paused = true)]
async fn item_07_every_step_over_the_net_is_given_up_in_the_end() {
    last_is_given_up(Silent::Always, vec![request(None)]).await;
    last_is_given_up(Silent::Always, vec![form()]).await;
    last_is_given_up(Silent::AfterPreparing, vec![request(None), finish()]).await;
    let code = Command::GiveOneTimeCode(Secret::new("1".into()));
    last_is_given_up(Silent::AfterTheForm, vec![form(), code]).await;
    last_is_given_up(Silent::AfterExchanging, vec![request(None), finish()]).await;
    last_is_given_up(
        Silent::AfterExchanging,
        vec![request(None), finish(), Command::SeeDevices],
    )
    .await;
    last_is_given_up(Silent::AfterExchanging, vec![request(None), finish(), Command::Refresh]).await;
}

#[tokio::test(start_paused = true)]
async fn item_77_signing_out_is_done_though_nobody_answers() {
    let runner = runner(Silent::AfterExchanging);
    for command in [Command::Start, request(None), finish()] {
        let _ = runner.ask(command).await;
    }
    let farewell = Farewell {
        redirect_uri: "http://127.0.0.1:1/utlogget".into(),
        language: "nb".into(),
    };
    let done = runner.ask(Command::SignOut(Some(farewell))).await;
    assert_eq!(done, Ok(card_core::session::effect::Reply::Done));
}
