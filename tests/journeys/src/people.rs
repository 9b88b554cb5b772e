//! What journeys about people share: registering step by step, children, and contact.

use card_bindings::{AppState, CardError, Channel, ChildView, ContactDetails, RegistrationView};
use card_sandbox::{Change, Ending, Sandbox};

use std::sync::Arc;

use crate::{
    Keys, Phone,
    libraries::{TROMSO, signed_in},
};

/// Neither repeated, nor counting, nor anybody's year.
pub const PIN: &str = "4826";

/// The draft on this phone.
pub fn draft(phone: &Phone) -> RegistrationView {
    phone.app.state().registration.expect("registering")
}

/// One of the steps of getting a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// An e-mail address.
    Email,
    /// The code that was sent there.
    Code,
    /// A number.
    Contact,
    /// A PIN.
    Secrets,
    /// A library.
    Home,
    /// That this is all.
    Finish,
}

/// In order.
pub const STEPS: [Told; 6] = [
    Told::Email,
    Told::Code,
    Told::Contact,
    Told::Secrets,
    Told::Home,
    Told::Finish,
];

/// Tells one of them, as somebody would who does everything right.
pub async fn tell(phone: &Phone, sandbox: &Sandbox, persona: &str, told: Told) -> Result<(), CardError> {
    let app = &phone.app;
    match told {
        Told::Email => app.change_email(format!("{persona}@example.com")).await,
        Told::Code => app.prove_email(sandbox.email_code(persona).unwrap_or_default()).await,
        Told::Contact => app.change_contact(details("900 00 001", Channel::Sms)).await,
        Told::Secrets => app.choose_secrets(Some(PIN.into()), None).await,
        Told::Home => app.choose_home(TROMSO.into()).await,
        Told::Finish => app.finish_registration("nb".into()).await,
    }
}

/// A number and a channel, and nothing else.
pub fn details(phone: &str, channel: Channel) -> ContactDetails {
    ContactDetails {
        phone: Some(phone.to_owned()),
        channel,
        language: "nb".to_owned(),
        address_lines: vec![],
        address_until: None,
    }
}

/// Signed in, with the household told.
pub async fn guardian(sandbox: &Sandbox, dir: &tempfile::TempDir, keys: &Arc<Keys>, persona: &str) -> Phone {
    let phone = signed_in(sandbox, dir, keys, persona).await;
    phone.until("a household", |state| state.household.is_some()).await;
    phone
}

/// The children on the phone.
pub fn children(state: &AppState) -> &[ChildView] {
    state.household.as_ref().map_or(&[], |household| &household.children)
}

/// A child by its persona's name.
pub fn child<'s>(state: &'s AppState, sandbox: &Sandbox, name: &str) -> Option<&'s ChildView> {
    let id = sandbox.child(name).unwrap();
    children(state).iter().find(|child| child.id == id)
}

/// Names of the service for these children.
pub fn ids(sandbox: &Sandbox, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| sandbox.child(name).unwrap()).collect()
}

/// The service's word that a power is over.
pub fn ends(ending: Ending) -> Change {
    Change {
        endings: vec![ending],
        ..Change::default()
    }
}
