//! What is kept of children is checked again at each start, before it shows.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, mpsc},
};

use card_core::{
    Result,
    adapters::{
        cache::SqliteCache,
        clock::SystemClock,
        dice::SystemDice,
        http::Http,
        register::CardService,
        sign_in::{OidcSignIn, Profile},
    },
    domain::{
        kin::{KeptCard, Kin},
        receipt::{Basis, Pseudonym},
        shelf::{Party, Shelf},
        snapshot::SignedSnapshot,
        timestamp::Timestamp,
    },
    ports::{Cache, CachedCard, Clock, Row, Vault},
    runner::{Ports, Runner},
    session::event::Command,
};
use serde_json::json;

use crate::card::{jwk, sign};

const ISSUER: &str = "https://kort.example";

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

fn signed(sub: &str, key: u8) -> SignedSnapshot {
    let now = SystemClock.now().0;
    let payload = json!({
        "iss": ISSUER, "sub": sub, "iat": now, "fresh_until": now + 86_400, "show_until": now + 2_592_000,
        "card": { "number": "N100000001", "name": "Somebody", "status": "active", "home_library": null, "libraries": [] },
    });
    let header = json!({ "alg": "ES256", "typ": "card-snapshot+jwt", "kid": "r1" });
    SignedSnapshot {
        jws: sign(&header, &payload, key),
        keys: json!({ "keys": [jwk("r1", 7)] }).to_string(),
    }
}

fn kin(child: &str, signed: SignedSnapshot) -> Kin {
    Kin {
        has_card: true,
        kept: Some(KeptCard {
            signed,
            etag: None,
            checked_at: Timestamp(1),
        }),
        ..Kin::new(Pseudonym::parse(child).unwrap())
    }
}

#[tokio::test]
async fn a_childs_card_that_isnt_that_childs_or_isnt_signed_shows_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let (vault, dice) = (Arc::new(Memory::default()), Arc::new(SystemDice));
    let cache = Arc::new(SqliteCache::new(dir.path().to_owned(), vault.clone(), dice.clone()));
    let party = |child: Option<&str>| Party {
        child: child.map(|child| (Pseudonym::parse(child).unwrap(), Basis::ParentalResponsibility)),
        name: "Somebody".into(),
        born: if child.is_some() { "2020-01-01" } else { "1985-01-01" }
            .parse()
            .unwrap(),
    };
    let me = Pseudonym::parse("kari").unwrap();
    let mut shelf = Shelf::default();
    let people = vec![
        party(None),
        party(Some("own")),
        party(Some("swapped")),
        party(Some("forged")),
    ];
    shelf.told_people(&me, people, None, SystemClock.now().date());
    shelf.children = vec![
        kin("own", signed("own", 7)),
        kin("swapped", signed("own", 7)),
        kin("forged", signed("forged", 8)),
    ];
    let card = CachedCard {
        signed: signed("kari", 7),
        etag: None,
        checked_at: Timestamp(1),
    };
    cache.save(&card).unwrap();
    let row = serde_json::to_vec(&shelf).unwrap();
    cache.keep_row(Row::Shelf, Some(&row)).unwrap();

    let http = Http::new(false);
    let ports = Ports {
        vault,
        cache,
        dice,
        sign_in: Arc::new(OidcSignIn::new(
            http.clone(),
            Profile::card_service(ISSUER.into(), "app".into()),
        )),
        register: Arc::new(CardService::new(http, ISSUER)),
        clock: Arc::new(SystemClock),
    };
    let (seen, models) = mpsc::channel();
    let runner = Runner::begin(&tokio::runtime::Handle::current(), ports, move |model| {
        let cards = model.shelf.children.iter();
        let _ = seen.send(
            cards
                .map(|kin| (kin.child.expose().to_owned(), kin.card.is_some()))
                .collect::<Vec<_>>(),
        );
    });
    runner.ask(Command::Start).await.unwrap();
    let last = models.try_iter().last().unwrap();
    let expected = [("own", true), ("swapped", false), ("forged", false)];
    assert_eq!(last, expected.map(|(child, shows)| (child.to_owned(), shows)));
}
