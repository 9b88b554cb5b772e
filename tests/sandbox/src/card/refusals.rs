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
