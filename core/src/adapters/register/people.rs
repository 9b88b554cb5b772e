//! Registration, children, contact and ledgers: who asks for what.

use serde_json::json;

use super::{
    CardService,
    registration::{channel_name, only},
};
use crate::{
    Result,
    domain::secret::Hidden,
    ports::Pass,
    session::asks::{PeopleAsk as Ask, PeopleBrought as Brought},
};

impl CardService {
    pub(super) async fn people(&self, pass: Result<&Pass>, ask: Ask) -> Result<Brought> {
        let draft = |draft| Brought::Draft(Box::new(draft));
        let contact = |reach| Brought::Contact(Box::new(reach));
        match ask {
            Ask::SecretRules => self.secret_rules().await.map(Brought::SecretRules),
            Ask::SeeDraft(_) => self.see_draft(pass?).await.map(draft),
            Ask::TellEmail(email) => {
                let wish = only("email", email.ascii());
                self.tell(pass?, "email", &wish).await.map(draft)
            }
            Ask::TellCode(Hidden(code)) => {
                let wish = only("code", code.expose());
                self.tell(pass?, "email-code", &wish).await.map(draft)
            }
            Ask::TellContact(phone, channel) => {
                let wish = json!({ "phone": phone.as_str(), "channel": channel_name(channel) });
                self.tell(pass?, "contact", &wish).await.map(draft)
            }
            Ask::TellSecrets(Hidden(pin), password) => {
                let mut wish = only("pin", pin.expose());
                if let Some(Hidden(password)) = password {
                    wish["password"] = password.expose().into();
                }
                self.tell(pass?, "secrets", &wish).await.map(draft)
            }
            Ask::TellHome(library) => {
                let wish = only("library", library.to_string());
                self.tell(pass?, "home-library", &wish).await.map(draft)
            }
            Ask::Register(key) => self.register(pass?, &key).await.map(Brought::Registered),
            Ask::SeeContact => self.see_contact(pass?).await.map(contact),
            Ask::ChangeContact(change, etag) => self.change_contact(pass?, &change, &etag).await,
            Ask::ChangeEmail(email) => self.change_email(pass?, &email).await.map(contact),
            Ask::ProveEmail(Hidden(code)) => self.prove_email(pass?, &code).await.map(contact),
            Ask::ChangePin(Hidden(pin)) => self.change_secret(pass?, "pin", pin.expose()).await,
            Ask::ChangePassword(Hidden(password)) => self.change_secret(pass?, "password", password.expose()).await,
            Ask::SeeChildren(visits) => self.see_children(pass?, visits).await.map(Brought::Children),
            Ask::RegisterChildren(wish) => {
                let outcomes = self.register_children(pass?, &wish).await;
                outcomes.map(Brought::Outcomes)
            }
            Ask::MakeChildCode(library) => self.make_child_code(pass?, library).await.map(Brought::ChildCode),
            Ask::SeeLedger => self.ledger(pass?, None).await.map(Brought::Ledger),
            Ask::SeeChildLedger(mandate) => self.ledger(pass?, Some(&mandate)).await.map(Brought::Ledger),
        }
    }
}
