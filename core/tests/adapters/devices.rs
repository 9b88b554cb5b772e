//! Sign-ins on all devices.

use card_core::{
    Error, Result,
    domain::{device::Device, door::Door, secret::Secret, timestamp::Timestamp},
    ports::{Pass, Register},
    session::errand::{Brought, Errand},
};
use serde_json::{Value, json};

use crate::{NOW, card::Service};

const JSON: &str = "application/json";

async fn run(service: &Service, errand: Errand) -> Result<Brought> {
    let access = Secret::new("access".to_owned());
    let pass = Pass {
        access,
        proof_key: None,
    };
    Register::run(&service.client, Some(pass), errand).await
}

fn entry(id: &str, door: &str) -> Value {
    json!({ "id": id, "name": "Pixel\u{202e} 8\u{7}", "door": door, "signed_in_at": NOW, "last_seen_at": NOW + 5, "current": id == "a", "more": 1 })
}

#[tokio::test]
async fn the_list_is_read_and_cleaned() {
    let service = Service::start();
    let list = json!({ "devices": [entry("a", "idporten"), entry("b", "feide"), entry("c", "card_number")] });
    service.says(|script| script.instead = Some((200, "", JSON, list.to_string())));
    let Brought::Devices(devices) = run(&service, Errand::SeeDevices).await.unwrap() else {
        panic!("a list");
    };
    let first = Device {
        id: "a".to_owned(),
        name: "Pixel 8".to_owned(),
        door: Door::IdPorten,
        signed_in_at: Timestamp(NOW),
        last_seen_at: Timestamp(NOW + 5),
        current: true,
    };
    assert_eq!(devices[0], first);
    assert_eq!((devices[1].door, devices[2].door), (Door::Feide, Door::CardNumber));
    let seen = &service.server.seen()[0];
    assert_eq!((seen.method.as_str(), seen.path.as_str()), ("GET", "/v1/devices"));
    assert_eq!(seen.headers["authorization"], "Bearer access");
}

#[tokio::test]
async fn ending_names_one_device_and_no_other_path() {
    let service = Service::start();
    service.says(|script| script.instead = Some((204, "", JSON, String::new())));
    let id = "../card?x=1".to_owned();
    assert_eq!(
        run(&service, Errand::EndDevice(id.clone())).await.unwrap(),
        Brought::Ended(id)
    );
    let seen = &service.server.seen()[0];
    assert_eq!(
        (seen.method.as_str(), seen.path.as_str()),
        ("DELETE", "/v1/devices/..%2Fcard%3Fx=1")
    );
}

#[tokio::test]
async fn item_80_a_service_that_wants_to_be_surer_says_so_and_every_refusal_has_its_meaning() {
    let service = |what, retry_after_s| Error::Service {
        at: "devices",
        what,
        retry_after_s,
    };
    let higher = "www-authenticate: DPoP error=\"insufficient_user_authentication\", acr_values=\"idporten-loa-substantial\"\r\n";
    let cases = [
        (401, higher, "", Error::LevelTooLow),
        (
            401,
            "www-authenticate: DPoP error=\"invalid_token\"\r\n",
            "",
            Error::Unauthorized,
        ),
        (401, "", "", Error::Unauthorized),
        (403, "", "", service("unexpected status", None)),
        (429, "retry-after: 7\r\n", "", service("too many requests", Some(7))),
        (503, "", "", service("server error", None)),
        (200, "", "{", service("not json", None)),
        (200, "", "{}", service("unexpected json", None)),
    ];
    for (status, head, body, expected) in cases {
        let stand_in = Service::start();
        stand_in.says(|script| script.instead = Some((status, head, JSON, body.to_owned())));
        for errand in [Errand::SeeDevices, Errand::EndDevice("a".to_owned())] {
            let seeing = errand == Errand::SeeDevices;
            let outcome = run(&stand_in, errand).await;
            if seeing || status != 200 {
                assert_eq!(outcome, Err(expected.clone()), "{status}");
            } else {
                assert_eq!(outcome, Err(service("unexpected status", None)));
            }
        }
    }
    let gone = Service::start();
    gone.says(|script| script.instead = Some((404, "", JSON, "{}".to_owned())));
    let ended = run(&gone, Errand::EndDevice("a".to_owned())).await;
    assert_eq!(ended, Ok(Brought::Ended("a".to_owned())), "ended before is as good");
}
