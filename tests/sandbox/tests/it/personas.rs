use std::collections::BTreeSet;

use serde_json::Value;

use crate::app::{App, exchange, json, open, request};

/// The data file itself: what it says must be true whatever the code makes of it.
fn personas() -> Vec<Value> {
    serde_json::from_str(include_str!("../../personas.json")).unwrap()
}

fn digits(id: &str) -> Vec<u32> {
    id.chars().map(|c| c.to_digit(10).unwrap()).collect()
}

fn sum(weights: &[u32], digits: &[u32]) -> u32 {
    weights
        .iter()
        .zip(digits)
        .map(|(weight, digit)| weight * digit)
        .sum::<u32>()
        % 11
}

#[test]
fn national_ids_are_synthetic_with_right_check_digits() {
    let mut d_numbers = 0;
    for persona in personas() {
        let name = persona["id"].as_str().unwrap();
        let id = digits(persona["national_id"].as_str().unwrap());
        assert_eq!(id.len(), 11, "{name}");
        assert_eq!(
            sum(&[3, 7, 6, 1, 8, 9, 4, 5, 2, 1], &id),
            0,
            "{name}: first check digit"
        );
        assert_eq!(
            sum(&[5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], &id),
            0,
            "{name}: second check digit"
        );
        let (day, month) = (id[0] * 10 + id[1], id[2] * 10 + id[3]);
        assert!(
            (81..=92).contains(&month),
            "{name}: the month must be of a synthetic person"
        );
        assert!((1..=31).contains(&(day % 40)), "{name}: day");
        let born = persona["born"].as_str().unwrap();
        let year = id[4] * 10 + id[5];
        let of_id = format!("{year:02}-{:02}-{:02}", month - 80, day % 40);
        assert_eq!(born.get(2..), Some(of_id.as_str()), "{name}: birthday");
        d_numbers += u32::from(day > 40);
    }
    assert_eq!(d_numbers, 2);
}

#[test]
fn ids_and_card_numbers_are_of_one_person_each() {
    let personas = personas();
    let unique = |values: Vec<String>| values.iter().collect::<BTreeSet<_>>().len() == values.len();
    assert!(unique(personas.iter().map(|it| it["id"].to_string()).collect()));
    assert!(unique(
        personas.iter().map(|it| it["national_id"].to_string()).collect()
    ));
    let cards: Vec<_> = personas
        .iter()
        .filter(|it| it["card"].is_object())
        .map(|it| it["card"].clone())
        .collect();
    assert!(unique(cards.iter().map(|it| it["number"].to_string()).collect()));
    for card in cards {
        let number = card["number"].as_str().unwrap();
        assert!(number.len() == 10 && number.starts_with('N') && number[1..].bytes().all(|b| b.is_ascii_digit()));
        let libraries = card["libraries"].as_array().unwrap();
        assert!(
            libraries
                .iter()
                .any(|library| library["number"] == card["home_library"])
        );
    }
}

#[tokio::test]
async fn a_national_id_is_in_the_claim_pid_and_nowhere_else() {
    let app = App::new();
    let ids: Vec<String> = personas()
        .iter()
        .map(|it| it["national_id"].as_str().unwrap().to_owned())
        .collect();
    for persona in personas() {
        let name = persona["id"].as_str().unwrap();
        let page_url = app.authorize_url(&request()).await;
        let page = app.get(&page_url).await.text().await.unwrap();
        let answer = app.press(&page, name, "idporten-loa-high", "login").await;
        let callback = answer.headers()["location"].to_str().unwrap().to_owned();
        let tokens = json(
            app.post("/token", &exchange(&crate::app::callback_of(&answer)["code"]))
                .await,
        )
        .await;
        let (header, mut claims) = open(tokens["id_token"].as_str().unwrap());
        assert_eq!(claims["pid"], persona["national_id"]);
        claims.as_object_mut().unwrap().remove("pid");
        let card = app
            .card(tokens["access_token"].as_str().unwrap(), None)
            .await
            .text()
            .await
            .unwrap();
        let snapshot = serde_json::from_str::<Value>(&card).unwrap()["snapshot"].clone();
        let snapshot = snapshot.as_str().map(|it| open(it).1.to_string()).unwrap_or_default();
        let state = app
            .get(format!("{}/state", app.sandbox.control))
            .await
            .text()
            .await
            .unwrap();
        let log = format!("{:?}", app.sandbox.requests());
        let places = [
            page_url.to_string(),
            page,
            callback,
            header.to_string(),
            claims.to_string(),
            card,
            snapshot,
            state,
            log,
        ];
        for place in places {
            assert!(
                !ids.iter().any(|id| place.contains(id)),
                "a national id of {name} leaks"
            );
        }
    }
}

#[tokio::test]
async fn a_pseudonym_is_the_same_at_every_login_and_of_one_person() {
    let app = App::new();
    let mut subjects = BTreeSet::new();
    for persona in ["kari", "ola", "kari"] {
        let tokens = app.tokens(persona).await;
        subjects.insert(
            open(tokens["id_token"].as_str().unwrap()).1["sub"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }
    assert_eq!(subjects.len(), 2);
}

#[tokio::test]
async fn by_way_of_the_card_service_a_national_id_is_nowhere() {
    let app = App::mediated();
    let ids: Vec<String> = personas()
        .iter()
        .map(|it| it["national_id"].as_str().unwrap().to_owned())
        .collect();
    let mut places = Vec::new();
    for idp in ["idporten", "feide"] {
        let first = app
            .get(app.authorize_url(&crate::app::with("idp_hint", idp)).await)
            .await;
        places.push(first.headers()["location"].to_str().unwrap().to_owned());
        let page = app.follow(first).await.text().await.unwrap();
        let callback = crate::app::callback_of(&app.press(&page, "kari", "idporten-loa-high", "login").await);
        let tokens = json(app.post("/token", &exchange(&callback["code"])).await).await;
        let (_, claims) = open(tokens["id_token"].as_str().unwrap());
        let url = format!("{}/userinfo", app.issuer);
        let access = tokens["access_token"].as_str().unwrap();
        let about = app
            .http
            .get(url)
            .bearer_auth(access)
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap();
        places.extend([
            page,
            format!("{callback:?}"),
            claims.to_string(),
            tokens.to_string(),
            about,
        ]);
    }
    let state = app.get(format!("{}/state", app.sandbox.control)).await;
    places.extend([state.text().await.unwrap(), format!("{:?}", app.sandbox.requests())]);
    for place in places {
        assert!(!ids.iter().any(|id| place.contains(id)), "a national id leaks");
    }
}
