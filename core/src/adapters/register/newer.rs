//! What a library has published since the person signed there (`core/contract/card-service.yaml`,
//! `/v1/libraries/{number}/agreements` and the texts below).

use super::{
    CardService,
    texts::{Offered, absent},
};
use crate::{
    Error, Result,
    domain::{
        library::LibraryNumber,
        rules::{RulesText, Severity, difference},
        shelf::{Newer, Related, Signed},
    },
};

impl CardService {
    /// Asks each library where something is signed. One that can't be asked keeps what was known; without network nobody else is
    /// asked.
    pub(super) async fn look_for_newer(&self, relations: &mut [Related]) {
        for related in relations.iter_mut().filter(|related| !related.agreements.is_empty()) {
            match self.at_one(related).await {
                Ok(()) => {}
                Err(Error::Offline(_)) => return,
                Err(error) => tracing::debug!(%error, "a library's newest texts can't be had"),
            }
        }
    }

    async fn at_one(&self, related: &mut Related) -> Result<()> {
        let offered = self.offered(related.library).await?;
        for signed in &mut related.agreements {
            let now = offered.iter().find(|offered| offered.agreement == signed.agreement);
            signed.newer = match now.filter(|now| now.version > signed.version) {
                None => None,
                Some(now) if signed.newer.is_some_and(|known| known.version == now.version) => signed.newer,
                Some(now) => Some(self.newer(related.library, signed, now).await?),
            };
        }
        Ok(())
    }

    /// In the language that was signed; where the library no longer writes it, only the day is told.
    async fn newer(&self, library: LibraryNumber, signed: &Signed, now: &Offered) -> Result<Newer> {
        let text = (library, signed.agreement);
        if let Some(new) = absent(self.text(text, now.version, signed.language).await)? {
            let old = absent(self.text(text, signed.version, signed.language).await)?;
            return Ok(between(old.as_ref(), &new));
        }
        for language in now.languages.iter().filter(|language| **language != signed.language) {
            if let Some(new) = absent(self.text(text, now.version, *language).await)? {
                return Ok(between(None, &new));
            }
        }
        Err(Error::NoRules)
    }
}

/// `Material` where it can't be told.
fn between(old: Option<&RulesText>, new: &RulesText) -> Newer {
    let compared = old.and_then(|old| difference(old, new).ok());
    let severity = compared.map_or(Severity::Material, |difference| {
        difference.severity().unwrap_or(Severity::Editorial)
    });
    Newer {
        version: new.version(),
        severity,
        from: new.valid_from(),
    }
}
