//! What journeys to libraries share: which ones, and how one reads and signs.

use card_bindings::{Agreement, AppState, CardError, RelationView};
use card_sandbox::{Change, Published, Sandbox};

use std::sync::Arc;

use crate::{Keys, Phone};

/// Digital, with rules of two versions.
pub const TROMSO: &str = "2190200";
/// Digital, and Kari's home.
pub const BJORVIKA: &str = "2030000";
/// In person.
pub const LORENSKOG: &str = "2023000";
/// In person too.
pub const STORD: &str = "2122100";

/// Signed in, with everything told.
pub async fn signed_in(sandbox: &Sandbox, dir: &tempfile::TempDir, keys: &Arc<Keys>, persona: &str) -> Phone {
    let phone = Phone::start(sandbox, dir.path(), keys).await;
    phone.sign_in(persona).await.unwrap();
    phone.until("relations", |state| state.relations_at.is_some()).await;
    phone
}

/// What the person is at a library.
pub fn at<'s>(state: &'s AppState, number: &str) -> Option<&'s RelationView> {
    state.relations.iter().find(|r| r.profile.library.number == number)
}

/// Begins a trip in bokmål.
pub async fn begin(phone: &Phone, libraries: &[&str]) -> Result<(), CardError> {
    let libraries = libraries.iter().map(|number| (*number).to_owned()).collect();
    phone.app.begin_trip(libraries, Agreement::Rules, "nb".into()).await
}

/// Reads the open text and signs it.
pub async fn read_and_sign(phone: &Phone) -> Result<(), CardError> {
    phone.app.have_read().await.unwrap();
    phone.app.sign().await
}

/// States come in order, older ones too: which text is part of the question.
pub async fn until_text(phone: &Phone, at: u32, version: u32) {
    let open = |state: &AppState| {
        let trip = state.trip.as_ref().filter(|trip| trip.at == at);
        trip.and_then(|trip| trip.rules.as_ref())
            .is_some_and(|rules| rules.version == version)
    };
    phone.until("a text", open).await;
}

/// A library's next version.
pub fn publish(library: &str) -> Change {
    let published = Published {
        library: library.to_owned(),
        agreement: card_sandbox::Agreement::Rules,
    };
    Change {
        publish: vec![published],
        ..Change::default()
    }
}
