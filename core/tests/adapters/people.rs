//! Registering, contact, secrets and ledgers: what is sent, and what each answer means.

use card_core::{
    Error, Result,
    domain::{
        deed::{By, Done},
        email::Email,
        household::Act,
        language::Language,
        library::LibraryNumber,
        phone::Phone,
        reach::{Channel, ReachChange, TemporaryAddress},
        receipt::Basis,
        registration::Step,
        secret::{Hidden, Secret},
        secret_rules::SecretRules,
    },
    session::{
        asks::{ChildrenWish, PeopleAsk, PeopleBrought},
        errand::{Brought, Errand},
    },
};
use serde_json::{Value, json};

use crate::{
    contract::honest,
    desk::{Desk, OSLO, PROBLEM, problem, unusable},
    server::{answer, json as json_answer},
    signing::mandate,
};

const KEY: &str = "5d0e7c0a-3b52-4a57-8a3a-1f6c2c7d9e10";
const TAG: &str = "etag: \"l3Jc0wqYv8dT2mKX9aBcDe\"\r\n";

fn email() -> Email {
    Email::parse("ingrid@blåbær.example").unwrap()
}

fn code() -> Hidden<Secret> {
    Hidden(Secret::new("271828".to_owned()))
}

fn change() -> ReachChange {
    let until = "2027-06-30".parse().unwrap();
    ReachChange {
        phone: Some(Hidden(Phone::parse("40 00 00 00").unwrap())),
        channel: Channel::Sms,
        language: Language::Se,
        temporary: TemporaryAddress::new(["Studentbyen 4"], until).ok().map(Hidden),
    }
}

fn pin() -> Hidden<card_core::domain::pin::Pin> {
    let pin = SecretRules::default().pin(&Secret::new("4826".to_owned()), None);
    Hidden(pin.unwrap_or_else(|error| panic!("{error}")))
}

fn password() -> Hidden<card_core::domain::password::Password> {
    let typed = Secret::new("elleve-svarte-katter".to_owned());
    let password = SecretRules::default().password(&typed, &[]);
    Hidden(password.unwrap_or_else(|error| panic!("{error}")))
}

/// Operations with an errand of their own.
pub(crate) fn errands() -> Vec<(&'static str, Errand)> {
    use PeopleAsk as A;
    let oslo = LibraryNumber::parse(OSLO).unwrap();
    let child = |act| mandate("p-child", Basis::ParentalResponsibility, act);
    let wish = ChildrenWish {
        mandates: vec![child(Act::SignRules)],
        home: oslo,
        key: KEY.to_owned(),
    };
    let rows = [
        ("get /v1/registration", A::SeeDraft(0)),
        ("put /v1/registration/email", A::TellEmail(email())),
        ("post /v1/registration/email-code", A::TellCode(code())),
        (
            "put /v1/registration/contact",
            A::TellContact(Phone::parse("40000000").unwrap(), Channel::App),
        ),
        ("put /v1/registration/secrets", A::TellSecrets(pin(), Some(password()))),
        ("put /v1/registration/home-library", A::TellHome(oslo)),
        ("post /v1/registration", A::Register(KEY.to_owned())),
        ("get /v1/secret-rules", A::SecretRules),
        ("get /v1/contact", A::SeeContact),
        (
            "put /v1/contact",
            A::ChangeContact(Box::new(change()), "\"seen\"".to_owned()),
        ),
        ("put /v1/contact/email", A::ChangeEmail(email())),
        ("post /v1/contact/email-code", A::ProveEmail(code())),
        ("put /v1/pin", A::ChangePin(pin())),
        ("put /v1/password", A::ChangePassword(password())),
        ("post /v1/children", A::RegisterChildren(Box::new(wish))),
        ("post /v1/children/codes", A::MakeChildCode(oslo)),
        ("get /v1/ledger", A::SeeLedger),
        (
            "get /v1/children/{child}/ledger",
            A::SeeChildLedger(child(Act::SeeLedger)),
        ),
    ];
    rows.map(|(operation, ask)| (operation, Errand::People(ask))).into()
}

fn at(operation: &str) -> String {
    let (method, path) = operation.split_once(' ').unwrap();
    format!("{} {}", method.to_uppercase(), path.replace("{child}", "p-child"))
}

fn errand(operation: &str) -> Errand {
    let found = errands().into_iter().find(|(known, _)| *known == operation);
    found.unwrap_or_else(|| panic!("no {operation}")).1
}

fn status_of(operation: &str) -> u16 {
    match operation {
        "post /v1/registration" | "post /v1/children/codes" => 201,
        "put /v1/contact/email" => 202,
        "put /v1/pin" | "put /v1/password" => 204,
        _ => 200,
    }
}

async fn run(desk: &Desk, operation: &str) -> Result<PeopleBrought> {
    match desk.run(errand(operation)).await? {
        Brought::People(brought) => Ok(*brought),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_examples_of_the_contract_are_read() {
    for (operation, _) in errands() {
        let status = status_of(operation);
        let examples = if status == 204 {
            vec![json!(null)]
        } else {
            honest(operation)
        };
        for example in examples {
            let desk = Desk::start();
            desk.says(
                &at(operation),
                answer(status, TAG, "application/json", &example.to_string()),
            );
            match run(&desk, operation)
                .await
                .unwrap_or_else(|error| panic!("{operation}: {error}"))
            {
                PeopleBrought::Draft(draft) => {
                    assert_eq!(
                        draft.steps.len(),
                        example["steps"].as_array().unwrap().len(),
                        "nothing is passed over"
                    );
                    assert_eq!(draft.name, example["registry"]["name"]);
                    assert_eq!(
                        draft.phone.map(|Hidden(it)| it).as_deref(),
                        example["draft"]["phone"].as_str()
                    );
                }
                PeopleBrought::Registered(home) => assert_eq!(home.to_string(), example["home_library"]),
                PeopleBrought::SecretRules(rules) => {
                    assert_eq!((rules.blocked.len(), rules.password_most), (2, 128));
                }
                PeopleBrought::Contact(reach) => {
                    assert_eq!(reach.email.0, example["email"]);
                    assert_eq!(reach.temporary.is_some(), example["temporary_address"].is_object());
                    assert_eq!(reach.etag, "\"l3Jc0wqYv8dT2mKX9aBcDe\"");
                }
                PeopleBrought::Changed => assert_eq!(status, 204),
                PeopleBrought::Outcomes(outcomes) => assert_eq!(outcomes.len(), 1),
                PeopleBrought::ChildCode(code) => assert_eq!(code.code, example["code"]),
                PeopleBrought::Ledger(deeds) => {
                    assert_eq!((deeds[0].done, deeds[0].by), (Done::Registered, By::Guardian));
                    assert_eq!(deeds.len(), 2);
                }
                other => panic!("{operation}: {other:?}"),
            }
        }
    }
}

#[tokio::test]
async fn what_is_sent_is_the_contracts_and_secrets_are_in_the_body_only() {
    let bodies = [
        (
            "put /v1/registration/email",
            json!({ "email": "ingrid@xn--blbr-roah.example" }),
        ),
        ("post /v1/registration/email-code", json!({ "code": "271828" })),
        (
            "put /v1/registration/contact",
            json!({ "phone": "+4740000000", "channel": "app" }),
        ),
        (
            "put /v1/registration/secrets",
            json!({ "pin": "4826", "password": "elleve-svarte-katter" }),
        ),
        ("put /v1/registration/home-library", json!({ "library": OSLO })),
        (
            "put /v1/contact",
            json!({ "phone": "+4740000000", "channel": "sms", "language": "se",
                "temporary_address": { "lines": ["Studentbyen 4"], "until": "2027-06-30" } }),
        ),
        (
            "put /v1/contact/email",
            json!({ "email": "ingrid@xn--blbr-roah.example" }),
        ),
        ("post /v1/contact/email-code", json!({ "code": "271828" })),
        ("put /v1/pin", json!({ "pin": "4826" })),
        ("put /v1/password", json!({ "password": "elleve-svarte-katter" })),
        (
            "post /v1/children",
            json!({ "children": ["p-child"], "home_library": OSLO }),
        ),
        ("post /v1/children/codes", json!({ "library": OSLO })),
    ];
    let desk = Desk::start();
    for (operation, _) in errands() {
        let _ = desk.run(errand(operation)).await;
        let seen = &desk.heard(&at(operation))[0];
        let body: Value = serde_json::from_str(&seen.body).unwrap_or_default();
        let wanted = bodies.iter().find(|(known, _)| *known == operation);
        assert_eq!(
            body,
            wanted.map_or(Value::Null, |(_, body)| body.clone()),
            "{operation}"
        );
        let public = operation == "get /v1/secret-rules";
        assert_eq!(seen.headers.contains_key("authorization"), !public, "{operation}");
        let keyed = ["post /v1/registration", "post /v1/children"].contains(&operation);
        assert_eq!(
            seen.headers.get("idempotency-key").map(String::as_str),
            keyed.then_some(KEY)
        );
        let head = format!("{} {:?}", seen.path, seen.headers);
        assert!(
            !head.contains("4826") && !head.contains("katter") && !head.contains("271828"),
            "{head}"
        );
        assert!(!format!("{:?}", errand(operation)).contains("4826"));
    }
    let seen = &desk.heard("PUT /v1/contact")[0];
    assert_eq!(seen.headers["if-match"], "\"seen\"");
}

#[tokio::test]
async fn a_wrong_code_says_how_often_it_can_be_tried_again() {
    let desk = Desk::start();
    for operation in ["post /v1/registration/email-code", "post /v1/contact/email-code"] {
        for (left, expected) in [(json!(3), Some(3)), (json!(0), Some(0)), (Value::Null, None)] {
            let body = json!({ "type": "https://bibliotekkortet.no/problem/wrong-code", "tries_left": left });
            desk.says(&at(operation), answer(409, "", PROBLEM, &body.to_string()));
            assert_eq!(
                run(&desk, operation).await,
                Err(Error::WrongCode { tries_left: expected })
            );
        }
        desk.says(&at(operation), problem(409, "code-expired"));
        assert_eq!(run(&desk, operation).await, Err(Error::CodeExpired));
    }
}

#[tokio::test]
async fn too_many_tries_are_another_thing_than_too_many_requests() {
    let desk = Desk::start();
    let throttled = [
        "put /v1/registration/email",
        "post /v1/registration/email-code",
        "put /v1/contact/email",
        "post /v1/contact/email-code",
        "put /v1/pin",
        "put /v1/password",
    ];
    for operation in throttled {
        let told = |name: &str| {
            let body = json!({ "type": format!("https://bibliotekkortet.no/problem/{name}") });
            answer(429, "retry-after: 540\r\n", PROBLEM, &body.to_string())
        };
        desk.says(&at(operation), told("too-many-tries"));
        let locked = Error::LockedOut {
            retry_after_s: Some(540),
        };
        assert_eq!(run(&desk, operation).await, Err(locked), "{operation}");
        let (_, path) = operation.split_once(' ').unwrap();
        let at_name = if path.contains("registration") {
            "registration"
        } else {
            "contact"
        };
        let busy = Error::Service {
            at: at_name,
            what: "too many requests",
            retry_after_s: Some(540),
        };
        for bytes in [
            told("too-many-requests"),
            answer(429, "retry-after: 540\r\n", "text/html", ""),
        ] {
            desk.says(&at(operation), bytes);
            assert_eq!(run(&desk, operation).await, Err(busy.clone()), "{operation}");
        }
    }
}

#[tokio::test]
async fn what_another_device_left_comes_back_with_a_conflict() {
    let desk = Desk::start();
    let theirs = json!({ "email": "kari@example.com", "email_verified": true, "channel": "email", "language": "nb" });
    let body = json!({ "type": "https://bibliotekkortet.no/problem/changed-elsewhere",
        "both": { "mine": { "channel": "app", "language": "nb" }, "theirs": theirs } });
    desk.says("PUT /v1/contact", answer(412, "", PROBLEM, &body.to_string()));
    let PeopleBrought::Conflict(theirs) = run(&desk, "put /v1/contact").await.unwrap() else {
        panic!("a conflict");
    };
    assert_eq!(
        (theirs.email.0.as_str(), theirs.channel),
        ("kari@example.com", Channel::Email)
    );
    desk.says("PUT /v1/contact", problem(412, "changed-elsewhere"));
    assert_eq!(
        run(&desk, "put /v1/contact").await,
        Err(Error::ChangedElsewhere),
        "without what is there"
    );
}

#[tokio::test]
async fn what_this_build_cant_name_is_passed_over_and_texts_are_cleaned() {
    let desk = Desk::start();
    let draft = json!({
        "registry": { "name": "Ingrid\u{202e} Nordvik", "born": "1994-06-30" },
        "draft": { "email_verified": false, "pin_set": false, "password_set": false, "channel": "pigeon", "phone": "\u{200b}" },
        "steps": ["email", "retina_scan", "contact"],
    });
    desk.tells("GET /v1/registration", &draft);
    let PeopleBrought::Draft(draft) = run(&desk, "get /v1/registration").await.unwrap() else {
        panic!("a draft");
    };
    assert_eq!(
        (draft.name.as_str(), draft.channel, draft.phone),
        ("Ingrid Nordvik", None, None)
    );
    assert_eq!(draft.steps, [Step::Email, Step::Contact]);
    let entries = json!([
        { "act": "flew", "at": 1, "by": "self" },
        { "act": "registered", "at": 2, "by": "neighbour" },
    ]);
    desk.tells("GET /v1/ledger", &json!({ "entries": entries }));
    let PeopleBrought::Ledger(deeds) = run(&desk, "get /v1/ledger").await.unwrap() else {
        panic!("a ledger");
    };
    assert_eq!(deeds.iter().map(|deed| deed.done).collect::<Vec<_>>(), [Done::Other]);
}

#[tokio::test]
async fn answers_that_cant_be_used() {
    for (operation, _) in errands() {
        let status = status_of(operation);
        if status == 204 {
            continue;
        }
        let desk = Desk::start();
        for (bytes, usable) in [
            (answer(status, TAG, "text/html", "{}"), false),
            (answer(status, TAG, "application/json", "{"), false),
            (answer(status, TAG, "application/json", "{}"), false),
            (json_answer(203, &json!({})), false),
            (answer(503, "", "text/html", ""), false),
        ] {
            desk.says(&at(operation), bytes);
            let outcome = run(&desk, operation).await;
            assert_eq!(outcome.is_ok(), usable, "{operation}");
            assert!(
                matches!(outcome, Err(Error::Service { .. })),
                "{operation}: {outcome:?}"
            );
        }
    }
    let desk = Desk::start();
    desk.says("GET /v1/contact", json_answer(200, &honest("get /v1/contact")[0]));
    let without_mark = run(&desk, "get /v1/contact").await;
    assert_eq!(
        without_mark,
        Err(unusable("contact", "unexpected json")),
        "what can't be changed safely"
    );
    let code = json!({ "library": OSLO, "code": "\u{202e}K7MT-4Q2", "expires_at": 9 });
    desk.says("POST /v1/children/codes", json_answer(201, &code));
    assert!(run(&desk, "post /v1/children/codes").await.is_err());
}
