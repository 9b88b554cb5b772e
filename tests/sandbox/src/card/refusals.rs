//! What libraries, rules and signatures are refused with.

use axum::http::StatusCode;

use super::problem::Problem;

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
