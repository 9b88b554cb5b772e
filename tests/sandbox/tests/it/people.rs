//! Calls of what is about people: registering, children, contact.

use card_sandbox::Change;
use serde_json::{Value, json};

use crate::app::App;

/// An answer, to the byte.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) text: String,
}

impl Got {
    pub(crate) fn body(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// Name of the problem.
    pub(crate) fn problem(&self) -> String {
        let kind = self.body()["type"].as_str().unwrap().to_owned();
        kind.rsplit('/').next().unwrap().to_owned()
    }

    pub(crate) fn refused(&self) -> (u16, String) {
        (self.status, self.problem())
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        let mut headers = self.headers.iter();
        &headers
            .find(|(it, _)| it == name)
            .unwrap_or_else(|| panic!("no {name}"))
            .1
    }
}

pub(crate) async fn ask_with(
    app: &App,
    method: &str,
    path: &str,
    token: &str,
    header: (&str, &str),
    body: Option<Value>,
) -> Got {
    let url = format!("{}/v1/{path}", app.sandbox.card_service);
    let request = app.http.request(method.parse().unwrap(), url).bearer_auth(token);
    let request = request.header(header.0, header.1);
    let request = match body {
        Some(body) => request
            .header("content-type", "application/json")
            .body(body.to_string()),
        None => request,
    };
    let answer = request.send().await.unwrap();
    let headers = answer.headers().iter();
    let mut headers: Vec<(String, String)> = headers
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    headers.sort();
    Got {
        status: answer.status().as_u16(),
        headers,
        text: answer.text().await.unwrap(),
    }
}

pub(crate) async fn ask(app: &App, method: &str, path: &str, token: &str, body: Value) -> Got {
    let body = (!body.is_null()).then_some(body);
    ask_with(app, method, path, token, ("accept", "*/*"), body).await
}

pub(crate) async fn get(app: &App, path: &str, token: &str) -> Got {
    ask(app, "GET", path, token, Value::Null).await
}

/// What `POST /control` would do.
pub(crate) fn change(app: &App, change: Value) {
    let change: Change = serde_json::from_value(change).unwrap();
    app.sandbox.change(change).unwrap();
}

pub(crate) fn child(app: &App, name: &str) -> String {
    app.sandbox.child(name).unwrap()
}

/// Registers children with a key; outcome of each.
pub(crate) async fn enrol(app: &App, token: &str, key: &str, names: &[&str], library: &str) -> Got {
    let names: Vec<String> = names.iter().map(|it| child(app, it)).collect();
    let body = json!({ "children": names, "home_library": library });
    ask_with(app, "POST", "children", token, ("idempotency-key", key), Some(body)).await
}
