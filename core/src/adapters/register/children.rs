//! Children's cards and libraries, cards for them, and the code by which a desk confirms a guardian
//! (`core/contract/card-service.yaml`, `/v1/children` and below). Whom it is about is said by a mandate.

use http::{StatusCode, header::IF_NONE_MATCH};
use serde::Deserialize;
use serde_json::json;
use url::Url;

use super::{
    CardService, NO_ADDRESS,
    card::AT as CARD,
    libraries::unless_vain,
    problem::{NO_BASIS, content, refusal},
    registration::only,
    relations, signing,
};
use crate::{
    Error, RefusedCheck, Result,
    domain::{
        card_number::CardNumber, household::Mandate, kin::ChildCode, library::LibraryNumber, receipt::Pseudonym,
        shelf::Related, timestamp::Timestamp,
    },
    ports::{Fetched, Pass},
    session::asks::{ChildCard, ChildrenWish, Outcome, Visit, Visited},
};

const AT: &str = "children";

#[derive(Deserialize)]
struct Results {
    results: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    child: String,
    outcome: String,
    number: Option<String>,
}

#[derive(Deserialize)]
struct CodeEntry {
    library: LibraryNumber,
    code: String,
    expires_at: Timestamp,
}

impl CardService {
    /// One after the other; what can't be had of one stays as it was.
    pub(super) async fn see_children(&self, pass: &Pass, visits: Vec<Visit>) -> Result<Vec<Visited>> {
        let mut all = Vec::new();
        for visit in visits {
            let Some(child) = visit.child().cloned() else { continue };
            let mut visited = Visited {
                child,
                over: false,
                card: None,
                relations: None,
            };
            if let Some((mandate, etag)) = &visit.card {
                visited.take(
                    self.child_card(pass, mandate, etag.as_deref()).await,
                    |visited, card| {
                        visited.card = Some(card);
                    },
                )?;
            }
            if let Some(mandate) = visit.libraries.filter(|_| !visited.over) {
                visited.take(self.child_relations(pass, &mandate).await, |visited, relations| {
                    visited.relations = Some(relations);
                })?;
            }
            all.push(visited);
        }
        Ok(all)
    }

    async fn child_card(&self, pass: &Pass, mandate: &Mandate, etag: Option<&str>) -> Result<ChildCard> {
        let mut request = self.http.get(&self.of_child(mandate, "card")?)?;
        if let Some(etag) = etag {
            request = request.header(IF_NONE_MATCH, etag);
        }
        let answer = self.ask(request, CARD, pass).await?;
        let fetched = match answer.status {
            StatusCode::OK => self.card(&answer).await?,
            StatusCode::NOT_MODIFIED if etag.is_some() => Fetched::Unchanged,
            _ => match refusal(&answer) {
                Error::NoCard => return Ok(ChildCard::None),
                error => return Err(error),
            },
        };
        match &fetched {
            Fetched::Card { snapshot, .. } if snapshot.subject != mandate.child().expose() => {
                Err(Error::SignInRefused(RefusedCheck::Snapshot))
            }
            _ => Ok(ChildCard::Fetched(fetched)),
        }
    }

    async fn child_relations(&self, pass: &Pass, mandate: &Mandate) -> Result<Vec<Related>> {
        let request = self.http.get(&self.of_child(mandate, "relations")?)?;
        relations::read(&self.ask_much(request, AT, pass, relations::LONGEST).await?)
    }

    /// Where something about a child is.
    pub(super) fn of_child(&self, mandate: &Mandate, what: &str) -> Result<Url> {
        let mut url = self.url("/v1/children")?;
        url.path_segments_mut()
            .map_err(|()| NO_ADDRESS)?
            .extend([mandate.child().expose(), what]);
        Ok(url)
    }

    /// Cards for several children; what became of each of them.
    pub(super) async fn register_children(
        &self,
        pass: &Pass,
        wish: &ChildrenWish,
    ) -> Result<Vec<(Pseudonym, Outcome)>> {
        let children: Vec<_> = wish.mandates.iter().map(|mandate| mandate.child().expose()).collect();
        let request = self.http.post(&self.url("/v1/children")?)?;
        let request = request
            .header(signing::KEY, signing::key(&wish.key)?)
            .json(&json!({ "children": children, "home_library": wish.home }));
        let Results { results } = content(&self.ask(request, AT, pass).await?)?;
        let of = |mandate: &Mandate| {
            let child = mandate.child();
            let found = results.iter().find(|entry| entry.child == child.expose());
            (child.clone(), found.map_or(Outcome::NotAllowed, outcome))
        };
        Ok(wish.mandates.iter().map(of).collect())
    }

    /// A code for that library's desk.
    pub(super) async fn make_child_code(&self, pass: &Pass, library: LibraryNumber) -> Result<ChildCode> {
        let request = self.http.post(&self.url("/v1/children/codes")?)?;
        let request = request.json(&only("library", library.to_string()));
        let answer = self.ask(request, AT, pass).await?;
        if answer.status != StatusCode::CREATED {
            return Err(refusal(&answer));
        }
        let misshapen = Error::unusable(AT, "unexpected json");
        let entry: CodeEntry = answer.json(misshapen.clone())?;
        if !relations::is_desk_code(&entry.code) {
            return Err(misshapen);
        }
        Ok(ChildCode {
            library: entry.library,
            code: entry.code,
            until: entry.expires_at,
        })
    }
}

impl Visited {
    /// Takes what was found. No basis is an answer; without network nobody else is asked.
    fn take<T>(&mut self, found: Result<T>, into: impl FnOnce(&mut Self, T)) -> Result<()> {
        match found {
            Err(error) if error == NO_BASIS => self.over = true,
            found => {
                if let Some(found) = unless_vain(found)? {
                    into(self, found);
                }
            }
        }
        Ok(())
    }
}

fn outcome(entry: &Entry) -> Outcome {
    let number = entry
        .number
        .as_deref()
        .and_then(|number| CardNumber::parse(number).ok());
    match (entry.outcome.as_str(), number) {
        ("registered", Some(number)) => Outcome::Registered(number),
        ("already-registered", Some(number)) => Outcome::AlreadyRegistered(number),
        ("signs-alone", _) => Outcome::SignsAlone,
        ("too-young", _) => Outcome::TooYoung,
        _ => Outcome::NotAllowed,
    }
}
