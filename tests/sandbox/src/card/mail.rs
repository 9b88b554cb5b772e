//! The page of a mailbox that everybody shares: what the card service has sent, the newest first. Nothing leaves this machine.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::provider::page::{escape, sheet};
use crate::provider::words::Language;
use crate::realm::Realm;
use crate::register::account::Mail;
use crate::shared::Shared;

/// `GET /mail`
pub(super) async fn page(State(shared): State<Arc<Shared>>, headers: HeaderMap) -> Response {
    let language = Language::of("", &headers);
    let (title, none, to) = match language {
        Language::Nb => ("E-post fra korttjenesten", "Ingenting er sendt ennå.", "Til"),
        Language::Nn => ("E-post frå korttenesta", "Ingenting er sendt enno.", "Til"),
        Language::Se => (
            "E-poasta goartabálvalusas",
            "Ii leat vel mihkkege sáddejuvvon.",
            "Vuostáiváldi",
        ),
        Language::En => ("E-mail from the card service", "Nothing has been sent yet.", "To"),
    };
    let mails = shared.read(|state| state.mails.clone());
    let list: String = mails.iter().rev().map(|mail| letter(mail, to)).collect();
    let list = if list.is_empty() {
        format!("<p>{none}</p>")
    } else {
        list
    };
    sheet(
        StatusCode::OK,
        language,
        Realm::Card,
        title,
        &format!("<h1>{title}</h1>\n{list}"),
    )
}

fn letter(mail: &Mail, to: &str) -> String {
    format!(
        "<article class=\"mail\"><h2>{}</h2>\n<p>{to}: {}</p>\n<p class=\"text\">{}</p></article>\n",
        escape(&mail.subject),
        escape(&mail.to),
        escape(&mail.text)
    )
}
