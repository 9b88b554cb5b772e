//! What libraries, rules and signatures are refused with.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::problem::Problem;
use crate::register::email_code::Wrong;

pub(super) fn no_library() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no-library", "The directory has no such library")
}

pub(super) fn no_rules() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "no-rules",
        "The library has published no such text",
    )
}

pub(super) fn bad_request() -> Problem {
    Problem::new(
        StatusCode::BAD_REQUEST,
        "bad-request",
        "The request isn't one that the contract has",
    )
}

pub(super) fn not_active() -> Problem {
    conflict("not-active", "This person is no patron of the library")
}

const fn conflict(slug: &'static str, title: &'static str) -> Problem {
    Problem::new(StatusCode::CONFLICT, slug, title)
}

pub(super) fn signs_alone() -> Problem {
    conflict("signs-alone", "The child is old enough to sign alone")
}

pub(super) fn too_young() -> Problem {
    conflict("too-young", "Too young for this at the library")
}

pub(super) fn no_basis() -> Problem {
    conflict("no-basis", "This person may not act for such a child")
}

pub(super) fn no_relation() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "no-relation",
        "This person is nothing at such a library",
    )
}

pub(super) fn library_keeps() -> Problem {
    conflict("library-keeps", "The library has answered, and only it can end this")
}

pub(super) fn no_tree() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no-tree", "The log was never that long")
}

pub(super) fn key_reused() -> Problem {
    conflict("key-reused", "Another request came with this idempotency key")
}

pub(super) fn card_not_active() -> Problem {
    conflict("card-not-active", "The card is blocked or has ended")
}

pub(super) fn library_closed() -> Problem {
    conflict("library-closed", "The library is closed")
}

pub(super) fn rules_changed() -> Problem {
    conflict("rules-changed", "The library has published a newer version")
}

pub(super) fn other_text() -> Problem {
    conflict("other-text", "The library has published another text")
}

pub(super) fn blocked_there() -> Problem {
    conflict("blocked-there", "The library has stopped this person")
}

/// The same for a child that there isn't, one that somebody else acts for, and one for whom it is over.
pub(super) fn no_such_child() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "no-basis",
        "This person may not act for such a child",
    )
}

pub(super) fn no_card_of_child() -> Problem {
    Problem::new(StatusCode::NOT_FOUND, "no-card", "This child has no library card")
}

pub(super) fn has_card() -> Problem {
    conflict("has-card", "This person has a library card")
}

pub(super) fn incomplete(steps: &[&str]) -> Problem {
    conflict("incomplete", "Something is still to be done").with("steps", json!(steps))
}

pub(super) fn code(wrong: Wrong) -> Problem {
    match wrong {
        Wrong::Code(left) => conflict("wrong-code", "It is another code").with("tries_left", json!(left)),
        Wrong::Expired => conflict("code-expired", "There is no code that is good now"),
        Wrong::TooMany(seconds) => too_many_tries(seconds),
    }
}

pub(super) fn too_many_tries(seconds: i64) -> Problem {
    Problem::new(StatusCode::TOO_MANY_REQUESTS, "too-many-tries", "Too many tries").retry_after(seconds)
}

pub(super) fn unfit(name: &'static str) -> Problem {
    conflict(name, "The PIN or the password isn't by the rules")
}

pub(super) fn no_phone() -> Problem {
    conflict("no-phone", "Nobody is reached by SMS without a number")
}

pub(super) fn address_over() -> Problem {
    conflict("address-over", "The temporary address is over already")
}

pub(super) fn changed_elsewhere(mine: &Value, theirs: &Value) -> Problem {
    let status = StatusCode::PRECONDITION_FAILED;
    let problem = Problem::new(status, "changed-elsewhere", "Somebody has changed it meanwhile");
    problem.with("both", json!({ "mine": mine, "theirs": theirs }))
}
