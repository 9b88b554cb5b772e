//! Whether the service's log only grew (`core/contract/card-service.yaml`, `/v1/log/head`, `/v1/log/consistency`). Public: nobody
//! says who asks, so that nobody can be told a story of their own.

use http::StatusCode;
use serde::Deserialize;

use super::{CardService, problem};
use crate::{
    Error, Result,
    adapters::receipt::{path, remembered_head, verify_head},
    domain::{
        log::{Fork, TreeHead},
        shelf::Shelf,
    },
};

const AT: &str = "log";
/// Heads and proofs are a few kilobytes.
const LONGEST: usize = 64 * 1024;

#[derive(Deserialize)]
struct HeadAnswer {
    tree_head: String,
}

#[derive(Deserialize)]
struct Consistency {
    proof: Vec<String>,
    tree_head: String,
}

impl CardService {
    /// Goes on from the head that is remembered, or remembers the first. An error changes nothing.
    pub(super) async fn see_log(&self, shelf: &mut Shelf) -> Result<()> {
        let remembered = shelf.head.as_deref();
        let remembered = remembered.and_then(|head| remembered_head(head, &self.issuer).ok());
        let Some(remembered) = remembered else {
            shelf.head = Some(self.head(&shelf.keys).await?.0);
            return Ok(());
        };
        let question = format!("/v1/log/consistency?from={}", remembered.size);
        let answer = self.ask_openly(&question, AT, LONGEST).await?;
        if answer.status == StatusCode::NOT_FOUND && problem::name(&answer)? == "no-tree" {
            return self.cut(shelf, &remembered).await;
        }
        let Consistency { proof, tree_head } = problem::content(&answer)?;
        let head = verify_head(&tree_head, &shelf.keys, &self.issuer)?;
        let proof = path(&proof).map_err(|_| Fork::Rewritten);
        match proof.and_then(|proof| head.follows(&remembered, &proof)) {
            Ok(()) => shelf.head = Some(tree_head),
            Err(fork) => told_two_stories(shelf, &head, fork),
        }
        Ok(())
    }

    /// The service says that its log was never that long: its signed head proves it.
    async fn cut(&self, shelf: &mut Shelf, remembered: &TreeHead) -> Result<()> {
        let (_, head) = self.head(&shelf.keys).await?;
        match head.follows(remembered, &[]) {
            Err(fork @ (Fork::Shrunk | Fork::OtherLog | Fork::TwoRoots)) => {
                told_two_stories(shelf, &head, fork);
                Ok(())
            }
            Ok(()) | Err(Fork::Rewritten) => Err(Error::unusable(AT, "no proof")),
        }
    }

    async fn head(&self, keys: &str) -> Result<(String, TreeHead)> {
        let answer = self.ask_openly("/v1/log/head", AT, LONGEST).await?;
        let HeadAnswer { tree_head } = problem::content(&answer)?;
        let head = verify_head(&tree_head, keys, &self.issuer)?;
        Ok((tree_head, head))
    }
}

/// The head that was remembered stays: with the other one it proves what the log did.
fn told_two_stories(shelf: &mut Shelf, head: &TreeHead, fork: Fork) {
    tracing::warn!(%fork, "the log doesn't go on from what was remembered");
    shelf.forked_at.get_or_insert(head.at);
}
