//! The page at which a library's desk confirms a code that a person shows.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::desk_words::{Words, words};
use crate::params::Params;
use crate::provider::page::{escape, sheet};
use crate::provider::words::Language;
use crate::realm::Realm;
use crate::register::desk::{self, Outcome};
use crate::register::household::Child;
use crate::register::rules::Agreement;
use crate::register::{directory, powers};
use crate::shared::Shared;

/// `GET /desk`
pub(super) async fn form(headers: HeaderMap) -> Response {
    let (language, words) = words(&headers);
    page(StatusCode::OK, language, words, "", "", "")
}

/// `POST /desk`
pub(super) async fn confirm(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: Bytes) -> Response {
    let (language, words) = words(&headers);
    let params = Params::parse(&body).ok();
    let typed = params
        .as_ref()
        .and_then(|params| params.get("code"))
        .unwrap_or_default();
    let now = shared.now();
    if shared.read(|state| powers::look(state, typed, now).is_some()) {
        return confirm_child(&shared, language, words, params.as_ref(), typed);
    }
    match shared.change(|state| desk::confirm(state, &shared.personas, typed, now)) {
        Outcome::Confirmed {
            holder,
            library,
            agreement,
        } => {
            let entry = shared.read(|state| directory::library(&shared.register, state, &library));
            let text = match agreement {
                Agreement::Rules => words.patron,
                Agreement::Staffless => words.staffless,
            };
            let text = text
                .replace("{name}", &escape(shared.name_of(&holder).unwrap_or_default()))
                .replace("{library}", &escape(entry.as_ref().map_or(&library, directory::name)));
            let said = format!("<p id=\"outcome\" class=\"done\" role=\"status\">{text}</p>\n");
            page(StatusCode::OK, language, words, &said, "", "")
        }
        Outcome::Unknown => refused(language, words, words.unknown, typed, ""),
        Outcome::Used => refused(language, words, words.used, typed, ""),
        Outcome::Expired => refused(language, words, words.expired, typed, ""),
    }
}

/// A guardian's code: the second step asks which child it is about. A child that there isn't and one that nobody can be
/// confirmed for are refused alike.
fn confirm_child(shared: &Shared, language: Language, words: &Words, params: Option<&Params>, typed: &str) -> Response {
    let given = |name| params.and_then(|it| it.get(name)).unwrap_or_default().trim();
    let (child, born) = (given("child"), given("born"));
    let fields = format!(
        r#"<div class="field"><label for="child">{}</label><input id="child" name="child" value="{}" required></div>
<div class="field"><label for="born">{}</label><input id="born" name="born" value="{}" required maxlength="10"></div>
"#,
        words.child,
        escape(child),
        words.born,
        escape(born)
    );
    if child.is_empty() && born.is_empty() {
        let said = format!("<p id=\"outcome\" role=\"status\">{}</p>\n", words.which_child);
        return page(StatusCode::OK, language, words, &said, typed, &fields);
    }
    let (register, personas, now) = (&shared.register, &shared.personas, shared.now());
    let is_meant = |it: &Child| it.name.to_lowercase() == child.to_lowercase() && it.born == born;
    let confirmed = shared.change(|state| powers::confirm(register, personas, state, typed, is_meant, now));
    let Some(confirmed) = confirmed else {
        return refused(language, words, words.no_child, typed, &fields);
    };
    let entry = shared.library(&confirmed.library);
    let text = words
        .guardian
        .replace("{guardian}", &escape(&confirmed.guardian.name))
        .replace("{child}", &escape(&confirmed.child.name))
        .replace(
            "{library}",
            &escape(entry.as_ref().map_or(&confirmed.library, directory::name)),
        );
    let said = format!("<p id=\"outcome\" class=\"done\" role=\"status\">{text}</p>\n");
    page(StatusCode::OK, language, words, &said, "", "")
}

fn refused(language: Language, words: &Words, text: &str, typed: &str, more: &str) -> Response {
    let said = format!("<p id=\"outcome\" class=\"refused\" role=\"alert\">{text}</p>\n");
    page(StatusCode::UNPROCESSABLE_ENTITY, language, words, &said, typed, more)
}

fn page(status: StatusCode, language: Language, words: &Words, said: &str, typed: &str, more: &str) -> Response {
    let main = format!(
        r#"<h1>{title}</h1>
{said}<p>{lead}</p>
<form method="post" action="/desk" autocomplete="off">
<div class="field"><label for="code">{code}</label>
<input id="code" name="code" value="{typed}"{state} required autofocus maxlength="16" autocapitalize="characters" spellcheck="false">
<small id="hint">{hint}</small></div>
{more}<button id="confirm" type="submit">{confirm}</button>
</form>"#,
        title = words.title,
        lead = words.lead,
        code = words.code,
        hint = words.hint,
        typed = escape(typed),
        state = match (status.is_success(), said) {
            (true, "") => " aria-describedby=\"hint\"",
            (true, _) => " aria-describedby=\"outcome hint\"",
            (false, _) => " aria-invalid=\"true\" aria-describedby=\"outcome hint\"",
        },
        confirm = words.confirm,
    );
    sheet(status, language, Realm::Card, words.title, &main)
}
