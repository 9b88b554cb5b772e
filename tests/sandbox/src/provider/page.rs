//! The pages that a person sees: plain HTML and CSS, no scripts, nothing from elsewhere.

use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use axum::response::{IntoResponse, Response};

use super::refusal::Refusal;
use super::words::{Language, Words};
use crate::personas::Persona;
use crate::realm::Realm;

const CSS: &str = include_str!("page.css");
/// No `form-action`: Chromium would apply it to the redirect back to the app as well.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

pub(crate) struct Page<'a> {
    pub(crate) realm: Realm,
    pub(crate) language: Language,
    pub(crate) personas: &'a [Persona],
    pub(crate) form_token: &'a str,
    /// The level that is chosen to begin with.
    pub(crate) level: &'a str,
}

pub(crate) fn login(page: &Page<'_>) -> Response {
    let words = page.language.words();
    let persons: String = page
        .personas
        .iter()
        .enumerate()
        .map(|(index, persona)| person(page.language, persona, index == 0))
        .collect();
    // Feide has no levels to choose from.
    let levels = if page.realm == Realm::Feide {
        String::new()
    } else {
        let levels = levels(words, page.level);
        format!(
            "<fieldset><legend>{}</legend><div class=\"levels\">\n{levels}</div></fieldset>\n",
            words.level
        )
    };
    let main = format!(
        r#"<h1>{title}</h1>
<p>{lead}</p>
<form method="post" action="{prefix}/login" autocomplete="off">
<input type="hidden" name="token" value="{token}">
<fieldset><legend>{person}</legend>
{persons}</fieldset>
{levels}<div class="buttons">
<button id="login" type="submit" name="action" value="login">{login}</button>
<button id="cancel" type="submit" name="action" value="cancel" formnovalidate>{cancel}</button>
</div>
</form>"#,
        title = words.title,
        lead = words.lead,
        token = escape(page.form_token),
        person = words.person,
        prefix = page.realm.profile().prefix,
        login = words.login,
        cancel = words.cancel,
    );
    sheet(StatusCode::OK, page.language, page.realm, words.title, &main)
}

pub(crate) fn error(language: Language, realm: Realm, refusal: &Refusal) -> Response {
    let words = language.words();
    let main = format!(
        "<h1>{}</h1>\n<p>{}</p>\n<code lang=\"en\">{}: {}</code>",
        words.error_title,
        words.error_lead,
        refusal.error,
        escape(&refusal.description)
    );
    sheet(StatusCode::BAD_REQUEST, language, realm, words.error_title, &main)
}

/// Whoever has no account at Feide gets no further than this; the button goes back to the app.
pub(crate) fn no_feide(language: Language, form_token: &str) -> Response {
    let words = language.words();
    let main = format!(
        r#"<h1>{title}</h1>
<p>{lead}</p>
<form method="post" action="/feide/login">
<input type="hidden" name="token" value="{token}">
<div class="buttons"><button id="cancel" type="submit" name="action" value="cancel">{cancel}</button></div>
</form>"#,
        title = words.error_title,
        lead = words.no_feide,
        token = escape(form_token),
        cancel = words.cancel,
    );
    sheet(StatusCode::OK, language, Realm::Feide, words.error_title, &main)
}

pub(crate) fn logged_out(language: Language, realm: Realm) -> Response {
    let title = language.words().logged_out;
    sheet(StatusCode::OK, language, realm, title, &format!("<h1>{title}</h1>"))
}

fn person(language: Language, persona: &Persona, checked: bool) -> String {
    format!(
        "<label><input type=\"radio\" name=\"person\" value=\"{}\" required{}><span><b>{}</b><small>{}</small></span></label>\n",
        escape(&persona.id),
        if checked { " checked" } else { "" },
        escape(&persona.first_name),
        escape(language.about(&persona.about)),
    )
}

/// High and substantial always, so that one can see an app refuse; low only when it was asked for.
fn levels(words: &Words, asked: &str) -> String {
    let all = [
        ("idporten-loa-high", words.level_high),
        ("idporten-loa-substantial", words.level_substantial),
        ("idporten-loa-low", words.level_low),
    ];
    let shown = all
        .into_iter()
        .filter(|(level, _)| *level != "idporten-loa-low" || *level == asked);
    shown
        .map(|(level, name)| {
            let (checked, note) =
                if level == asked { (" checked", format!("<small>{}</small>", words.asked)) } else { ("", String::new()) };
            format!(
                "<label><input type=\"radio\" name=\"level\" value=\"{level}\" required{checked}><span><b>{name}</b>{note}</span></label>\n"
            )
        })
        .collect()
}

pub(crate) fn sheet(status: StatusCode, language: Language, realm: Realm, title: &str, main: &str) -> Response {
    let words = language.words();
    let banner = match realm {
        Realm::Idporten => words.banner,
        Realm::Feide => words.banner_feide,
        Realm::Card => words.banner_card,
    };
    let html = format!(
        r#"<!doctype html>
<html lang="{tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {banner}</title>
<style>{CSS}</style>
</head>
<body class="{look}">
<div class="banner" role="note">{banner}</div>
<main>
{main}
<footer>{foot}</footer>
</main>
</body>
</html>
"#,
        tag = language.tag(),
        look = realm.profile().name,
        banner = banner,
        foot = words.foot,
    );
    let headers = [
        (CONTENT_TYPE, "text/html; charset=utf-8"),
        (CACHE_CONTROL, "no-store"),
        (REFERRER_POLICY, "no-referrer"),
        (CONTENT_SECURITY_POLICY, POLICY),
    ];
    (status, headers, html).into_response()
}

pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
