//! Everything about a person's libraries in one go: relations first; what else can't be had stays as it was.

use std::time::Duration;

use tokio::time::timeout;

use super::{CardService, receipts};
use crate::{Error, Result, domain::shelf::Shelf, ports::Pass};

/// Longest time for asking the libraries one by one. Who wasn't reached is asked another time.
const NEWS_DEADLINE: Duration = Duration::from_secs(10);

impl CardService {
    /// What is so now, going on from what was.
    pub(super) async fn see_libraries(&self, pass: &Pass, mut shelf: Shelf) -> Result<Shelf> {
        shelf.told_relations(self.relations(pass).await?);
        if let Some(Some(told)) = unless_vain(self.household(pass).await)? {
            told.into_shelf(&mut shelf);
        }
        if let Some(unused) = unless_vain(self.notices(pass).await)? {
            shelf.unused = unused;
        }
        if let Some(came) = unless_vain(self.receipts(pass).await)? {
            receipts::join(&mut shelf.receipts, came);
        }
        self.see_what_proves(&mut shelf).await;
        // What was found out before the time was up stands in the relations already.
        let _ = timeout(NEWS_DEADLINE, self.look_for_newer(&mut shelf.relations)).await;
        Ok(shelf)
    }

    /// Keys and log: public, and not the person's.
    async fn see_what_proves(&self, shelf: &mut Shelf) {
        match self.fetch_keys().await {
            Ok((keys, _)) => shelf.keys = keys,
            Err(error) => return tracing::debug!(%error, "keys can't be had"),
        }
        if let Err(error) = self.see_log(shelf).await {
            tracing::debug!(%error, "the log can't be asked");
        }
    }
}

/// `None`: not told this time, for want of level or of an answer that can be used. Without network or with a token that isn't
/// taken it is in vain to go on.
pub(super) fn unless_vain<T>(told: Result<T>) -> Result<Option<T>> {
    match told {
        Ok(told) => Ok(Some(told)),
        Err(error @ (Error::Unauthorized | Error::Offline(_))) => Err(error),
        Err(error) => {
            tracing::debug!(%error, "not told this time");
            Ok(None)
        }
    }
}
